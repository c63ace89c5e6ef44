package io.headroom.explore.search;

import io.headroom.check.legal.Degree;
import io.headroom.check.legal.notch.Notch;
import io.headroom.check.legal.notch.Notches;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * The layouts that share everything but stages and replicas: one task of a search.
 *
 * @param index its place in the order of the space
 * @param plan one stage, one replica
 */
record Block(int index, Plan plan) {

    /** Every block with layouts of {@code space}. */
    static List<Block> of(SearchSpace space) {
        List<Block> blocks = new ArrayList<>();
        Plan plan = space.plan();
        List<Integer> experts = plan.model().isMoe() ? values(plan, Degree.EXPERT) : List.of(1);
        for (Precision precision : space.precisions()) {
            for (int t : values(plan, Degree.TENSOR)) {
                for (int c : values(plan, Degree.CONTEXT)) {
                    for (int e : experts) {
                        for (int sp = 0; sp < (t > 1 ? 2 : 1); sp++) {
                            Block block = new Block(blocks.size(), plan.withPrecision(precision)
                                    .withParallelism(new Parallelism(t, 1, 1, e, c, sp == 1, List.of())));
                            if (block.mostStages(space) > 0) {
                                blocks.add(block);
                            }
                        }
                    }
                }
            }
        }
        return blocks;
    }

    /** GPUs of a stage; of groups that are not whole, of the larger one. */
    int stageGpus() {
        Parallelism p = plan.parallelism();
        return (int) Math.min(Integer.MAX_VALUE, Math.max((long) p.tensor() * p.context(), p.expert()));
    }

    /** Most stages that the layers and the GPUs of {@code space} allow. */
    int mostStages(SearchSpace space) {
        return Math.min(plan.model().layers(), space.gpus().most() / stageGpus());
    }

    private static List<Integer> values(Plan plan, Degree degree) {
        // legal or not: what the rules reject is counted
        return Notches.of(plan, degree).stream().map(Notch::value).toList();
    }
}
