package io.headroom.explore.search;

import io.headroom.check.HardLimit;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.rule.Legality;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.LayoutEstimator;
import io.headroom.estimate.layout.Deployment;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Searches the layouts of one block: rules once, memory once for all batches, the rest by estimates. */
final class BlockSearch {

    private final SearchSpace space;
    private final Block block;
    private final HardLimit[] limits;
    private final Tally tally;
    private final BooleanSupplier isCancelled;
    private final int slots;
    private final Workload[] workloads;
    private long order;

    BlockSearch(SearchSpace space, Block block, HardLimit[] limits, Tally tally, BooleanSupplier isCancelled) {
        this.space = space;
        this.block = block;
        this.limits = limits;
        this.tally = tally;
        this.isCancelled = isCancelled;
        this.slots = space.batches().size() + (space.largestBatchUpTo() > 0 ? 1 : 0);
        this.workloads = new Workload[space.batches().size()];
        for (int i = 0; i < workloads.length; i++) {
            workloads[i] = block.plan().workload().withConcurrentRequests(space.batches().get(i));
        }
        // blocks before this one come first
        this.order = (long) block.index() << Integer.SIZE;
    }

    /** Visits or skips everything. */
    void run() {
        int most = block.mostStages(space);
        String brokenAlone = brokenRule(1);
        // no rule tells two stages from three
        String broken = most > 1 ? brokenRule(2) : null;
        for (int p = 1; p <= most && !isCancelled.getAsBoolean(); p++) {
            String rule = p == 1 ? brokenAlone : broken;
            if (rule == null) {
                stages(p);
            } else {
                long plans = space.gpus().multiplesOf(block.stageGpus() * p) * slots;
                tally.rules.merge(rule, plans, Long::sum);
            }
        }
    }

    private String brokenRule(int stages) {
        List<Finding> findings = Legality.check(withStages(stages));
        return !findings.isEmpty() && findings.getFirst().isError() ? findings.getFirst().rule() : null;
    }

    private Plan withStages(int stages) {
        return block.plan().withParallelism(block.plan().parallelism().withPipeline(stages));
    }

    private void stages(int p) {
        int replicaGpus = block.stageGpus() * p;
        if (space.gpus().multiplesOf(replicaGpus) == 0) {
            return;
        }
        Plan replica = withStages(p);
        LayoutEstimator estimator = new LayoutEstimator(replica);
        long sequences = tally.isMemoryLimited() ? estimator.largestSequences(space.largestBatch()) : space.largestBatch();
        Rising rising = new Rising(limits, p);
        for (int gpus = replicaGpus; gpus <= space.gpus().mostOf(replicaGpus) && !isCancelled.getAsBoolean(); gpus += replicaGpus) {
            if (space.gpus().has(gpus)) {
                Parallelism parallelism = replica.parallelism().withData(gpus / replicaGpus);
                batches(replica.withParallelism(parallelism), estimator, sequences * estimator.replicaRanks(), rising);
            }
        }
    }

    /** Every batch of a layout of which each replica has room for {@code mostOfReplica} requests. */
    private void batches(Plan layout, LayoutEstimator estimator, long mostOfReplica, Rising rising) {
        long room = mostOfReplica * layout.parallelism().data();
        List<Integer> batches = space.batches();
        for (int i = 0; i < workloads.length; i++) {
            if (batches.get(i) <= room) {
                visit(layout.withWorkload(workloads[i]), estimator, rising);
            } else {
                // more requests never need less memory
                tally.byMemory += workloads.length - i;
                break;
            }
        }
        if (space.largestBatchUpTo() > 0) {
            int largest = (int) Math.min(space.largestBatchUpTo(), room);
            if (largest == 0) {
                tally.byMemory++;
            } else if (batches.contains(largest)) {
                tally.repeated++;
            } else {
                visit(layout.withWorkload(layout.workload().withConcurrentRequests(largest)), estimator, rising);
            }
        }
    }

    private void visit(Plan plan, LayoutEstimator estimator, Rising rising) {
        long place = order++;
        int requests = Deployment.ceilDiv(plan.workload().concurrentRequests(), plan.parallelism().data());
        int known = rising.known(requests);
        if (known >= 0) {
            tally.byBound++;
            tally.limits[known]++;
            return;
        }
        tally.visited++;
        Estimate estimate = estimator.at(plan);
        int missed = -1;
        for (int i = limits.length - 1; i >= 0; i--) {
            boolean isMissed = limits[i].isMissedBy(estimate.get(limits[i].metric()));
            rising.learn(i, requests, isMissed);
            missed = isMissed ? i : missed;
        }
        if (missed >= 0) {
            tally.limits[missed]++;
        } else {
            tally.take(estimate, place);
        }
    }
}
