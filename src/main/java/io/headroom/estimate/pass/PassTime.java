package io.headroom.estimate.pass;

/**
 * What one pass costs on every stage, on one GPU of each.
 */
public final class PassTime {

    // a row of Work for every stage
    private final double[] rows;
    private final double sum;
    private final int slowestStage;

    PassTime(double[] rows) {
        this.rows = rows;
        double total = 0;
        int slowest = 0;
        for (int s = 0; s < stages(); s++) {
            double seconds = Work.sumOfParts(rows, s * Work.SIZE);
            rows[s * Work.SIZE + Work.SECONDS] = seconds;
            total += seconds;
            slowest = seconds > seconds(slowest) ? s : slowest;
        }
        this.sum = total;
        this.slowestStage = slowest;
    }

    /** Number of stages. */
    public int stages() {
        return rows.length / Work.SIZE;
    }

    /** Seconds on {@code stage}. */
    public double seconds(int stage) {
        return rows[stage * Work.SIZE + Work.SECONDS];
    }

    /** Seconds of all stages, one after another. */
    public double sumSeconds() {
        return sum;
    }

    /** Seconds of the slowest stage. */
    public double slowestSeconds() {
        return seconds(slowestStage);
    }

    /** The slowest stage, on a tie the first. */
    public int slowestStage() {
        return slowestStage;
    }

    /** Seconds of {@code part} on {@code stage}. */
    public double seconds(int stage, Part part) {
        return rows[stage * Work.SIZE + part.ordinal()];
    }

    /** Seconds on {@code stage} that {@code bound} bounds. */
    public double seconds(int stage, Bound bound) {
        return rows[stage * Work.SIZE + Work.BOUNDS + bound.ordinal()];
    }

    /** Share of the seconds of all stages that {@code bound} bounds. */
    public double share(Bound bound) {
        double bounded = 0;
        for (int s = 0; s < stages(); s++) {
            bounded += seconds(s, bound);
        }
        return bounded / sum;
    }

    /** FLOP of one GPU of {@code stage}. */
    public double flop(int stage) {
        return rows[stage * Work.SIZE + Work.RANK_FLOP] + rows[stage * Work.SIZE + Work.EXPERT_FLOP];
    }

    /** FLOP of {@code stage}: {@code rankGpus} GPUs work on attention, dense FFN, router and head, all on the experts. */
    public double flop(int stage, int rankGpus, int allGpus) {
        return rows[stage * Work.SIZE + Work.RANK_FLOP] * rankGpus
                + rows[stage * Work.SIZE + Work.EXPERT_FLOP] * allGpus;
    }

    /** Bytes of HBM that one GPU of {@code stage} moves. */
    public double bytes(int stage) {
        return rows[stage * Work.SIZE + Work.BYTES];
    }

    /** Bytes of weights and KV cache that one GPU of {@code stage} reads. */
    public double readBytes(int stage) {
        return rows[stage * Work.SIZE + Work.READ_BYTES];
    }

    /** Adds the seconds by part of {@code stage}, {@code times} times, to {@code parts}. */
    public void addParts(int stage, double times, double[] parts) {
        for (int i = 0; i < Part.IN_PASS; i++) {
            parts[i] += times * rows[stage * Work.SIZE + i];
        }
    }

    /** Adds the seconds by part of all stages to {@code parts}. */
    public void addAllParts(double[] parts) {
        for (int s = 0; s < stages(); s++) {
            addParts(s, 1, parts);
        }
    }
}
