package io.headroom.estimate;

import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.layout.StageRows;
import io.headroom.estimate.memory.MemoryModel;
import io.headroom.estimate.pass.PassTimer;
import io.headroom.estimate.timing.DecodeModel;
import io.headroom.estimate.timing.PrefillModel;
import io.headroom.plan.Plan;

/**
 * The estimates of one layout under many loads: the models of {@link Estimator}, each asked once for what does not
 * change, so every number is bit for bit that of an estimate of its own.
 *
 * <p>What a replica does follows from its {@code ceil(B/r)} requests: loads and numbers of replicas that leave a replica
 * as many share its memory, prefill and decode step. Not for several threads.
 */
public final class LayoutEstimator {

    private final Deployment layout;
    private final MemoryModel memory;
    private final PassTimer timer;
    private final PrefillModel prefill;
    private final long largestSequences;
    private final Replicas replicas = new Replicas();

    /**
     * Of the layout of {@code plan}.
     *
     * @throws IllegalArgumentException where the plan has no numbers
     */
    public LayoutEstimator(Plan plan) {
        if (!Preconditions.failures(plan).isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", Preconditions.failures(plan)));
        }
        this.layout = new Deployment(plan);
        StageRows stageRows = StageRows.alike(layout);
        this.memory = new MemoryModel(layout, stageRows);
        this.largestSequences = memory.estimate().largestSequences();
        this.timer = PassTimer.remembering(layout, stageRows);
        this.prefill = new PrefillModel(layout, timer, null);
    }

    /** Attention ranks of a replica, each with sequences of its own. */
    public int replicaRanks() {
        return layout.groups.attentionData();
    }

    /** Most sequences of an attention rank with which every GPU's memory suffices, at most {@code most}; 0 if none. */
    public long largestSequences(long most) {
        return memory.largestSequences(largestSequences, most);
    }

    /** The numbers of {@code plan}, which must differ from the layout's in concurrent requests and replicas only. */
    public Estimate at(Plan plan) {
        Deployment x = layout.serving(plan);
        Replicas.Replica replica = replicas.get(x.replicaRequests);
        if (replica == null) {
            replica = new Replicas.Replica(x.replicaRequests, memory.serving(x, largestSequences).estimate(),
                    prefill.serving(x).estimate(), new DecodeModel(x, timer, null).estimate());
            replicas.put(replica);
        }
        return Estimator.estimate(x, replica.memory().onRanks(x.ranks()), replica.prefill(), replica.decode(), null);
    }
}
