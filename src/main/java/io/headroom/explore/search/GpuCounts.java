package io.headroom.explore.search;

import java.util.BitSet;
import java.util.List;

/** The numbers of GPUs that a system may have. */
public final class GpuCounts {

    private final BitSet counts;
    private final int mostReplicas;

    private GpuCounts(BitSet counts, int mostReplicas) {
        this.counts = counts;
        this.mostReplicas = mostReplicas;
    }

    /** Every number up to {@code most}. */
    public static GpuCounts upTo(int most) {
        BitSet counts = new BitSet();
        counts.set(1, most + 1);
        return new GpuCounts(counts, Integer.MAX_VALUE);
    }

    /**
     * Exactly these.
     *
     * @throws IllegalArgumentException where there is none, or one below 1
     */
    public static GpuCounts of(List<Integer> numbers) {
        BitSet counts = new BitSet();
        for (int n : numbers) {
            if (n < 1) {
                throw new IllegalArgumentException(n + " GPUs are too few: 1 or more.");
            }
            counts.set(n);
        }
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("No number of GPUs is given.");
        }
        return new GpuCounts(counts, Integer.MAX_VALUE);
    }

    /** The same numbers for one replica: replicas are counted by somebody else. */
    public GpuCounts ofOneReplica() {
        return new GpuCounts(counts, 1);
    }

    /** The largest. */
    public int most() {
        return counts.length() - 1;
    }

    /** Whether {@code n} is one of them. */
    public boolean has(int n) {
        return counts.get(n);
    }

    /** The most GPUs that replicas of {@code replicaGpus} may have together. */
    int mostOf(int replicaGpus) {
        return (int) Math.min(most(), (long) mostReplicas * replicaGpus);
    }

    /** How many of them are whole replicas of {@code replicaGpus}. */
    long multiplesOf(int replicaGpus) {
        long n = 0;
        for (int gpus = replicaGpus; gpus <= mostOf(replicaGpus); gpus += replicaGpus) {
            n += has(gpus) ? 1 : 0;
        }
        return n;
    }
}
