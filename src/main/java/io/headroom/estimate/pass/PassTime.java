package io.headroom.estimate.pass;

import io.headroom.estimate.layout.StageRows;

/**
 * What one pass costs on every stage, on one GPU of each.
 */
public final class PassTime {

    // a row of Work for every stage, or for all that are alike
    private final double[] rows;
    private final StageRows stageRows;
    private final double sum;
    private final int slowestStage;

    PassTime(double[] rows, StageRows stageRows) {
        this.rows = rows;
        this.stageRows = stageRows;
        for (int row = 0; row < stageRows.count(); row++) {
            rows[row * Work.SIZE + Work.SECONDS] = Work.sumOfParts(rows, row * Work.SIZE);
        }
        double total = 0;
        int slowest = 0;
        for (int s = 0; s < stages(); s++) {
            double seconds = seconds(s);
            total += seconds;
            slowest = seconds > seconds(slowest) ? s : slowest;
        }
        this.sum = total;
        this.slowestStage = slowest;
    }

    private int at(int stage) {
        return stageRows.row(stage) * Work.SIZE;
    }

    /** Number of stages. */
    public int stages() {
        return stageRows.stages();
    }

    /** Seconds on {@code stage}. */
    public double seconds(int stage) {
        return rows[at(stage) + Work.SECONDS];
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
        return rows[at(stage) + part.ordinal()];
    }

    /** Seconds on {@code stage} that {@code bound} bounds. */
    public double seconds(int stage, Bound bound) {
        return rows[at(stage) + Work.BOUNDS + bound.ordinal()];
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
        return rows[at(stage) + Work.RANK_FLOP] + rows[at(stage) + Work.EXPERT_FLOP];
    }

    /** FLOP of {@code stage}: {@code rankGpus} GPUs work on attention, dense FFN, router and head, all on the experts. */
    public double flop(int stage, int rankGpus, int allGpus) {
        return rows[at(stage) + Work.RANK_FLOP] * rankGpus
                + rows[at(stage) + Work.EXPERT_FLOP] * allGpus;
    }

    /** Bytes of HBM that one GPU of {@code stage} moves. */
    public double bytes(int stage) {
        return rows[at(stage) + Work.BYTES];
    }

    /** Bytes of weights and KV cache that one GPU of {@code stage} reads. */
    public double readBytes(int stage) {
        return rows[at(stage) + Work.READ_BYTES];
    }

    /** Adds the seconds by part of {@code stage}, {@code times} times, to {@code parts}. */
    public void addParts(int stage, double times, double[] parts) {
        for (int i = 0; i < Part.IN_PASS; i++) {
            parts[i] += times * rows[at(stage) + i];
        }
    }

    /** Adds the seconds by part of all stages to {@code parts}. */
    public void addAllParts(double[] parts) {
        for (int s = 0; s < stages(); s++) {
            addParts(s, 1, parts);
        }
    }
}
