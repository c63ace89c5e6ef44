package io.headroom.explore.question;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.legal.Degree;
import io.headroom.check.legal.notch.Notch;
import io.headroom.check.legal.notch.Notches;
import io.headroom.check.legal.rule.Legality;
import io.headroom.estimate.layout.Groups;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The fewest GPUs on which a plan passes: every notch of TP, PP and EP with every number of replicas, by rising number
 * of GPUs, so that the first that passes is the answer. CP, SP and everything else stay as they are.
 */
final class Layouts {

    private final Plan plan;
    private final List<Parallelism> replicas = new ArrayList<>();

    Layouts(Plan plan) {
        this.plan = plan.withParallelism(plan.parallelism().withLayersPerStage(List.of()));
        List<Integer> experts = plan.model().isMoe() ? values(Degree.EXPERT) : List.of(1);
        for (int t : values(Degree.TENSOR)) {
            for (int e : experts) {
                Parallelism base = this.plan.parallelism().withTensor(t).withExpert(e).withPipeline(1).withData(1);
                // what is broken at one stage is broken at every number of them
                if (Groups.areWhole(base) && Legality.isLegal(this.plan.withParallelism(base))) {
                    for (int p : values(Degree.PIPELINE)) {
                        replicas.add(base.withPipeline(p));
                    }
                }
            }
        }
        replicas.removeIf(p -> p.pipeline() > plan.model().layers());
        replicas.sort(Comparator.comparing(p -> Groups.of(p).replicaGpus()));
    }

    /** The first layout of at most {@code most} GPUs that keeps {@code limits}. */
    Optional<Judgement> fewest(long most, List<Limit> limits) {
        for (long gpus = 1; gpus <= most; gpus++) {
            for (Parallelism replica : replicas) {
                long size = Groups.of(replica).replicaGpus();
                if (size > gpus) {
                    break;
                }
                if (gpus % size == 0) {
                    Plan there = plan.withParallelism(replica.withData((int) (gpus / size)));
                    // its rules were asked above
                    if (Limit.areKept(Limit.judge(there, List.of()), limits)) {
                        return Optional.of(Judge.judge(there));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<Integer> values(Degree degree) {
        // legal or not: TP and EP are judged together, above
        return Notches.of(plan, degree).stream().map(Notch::value).toList();
    }
}
