package io.headroom.estimate.timing;

import io.headroom.estimate.pass.Bound;
import io.headroom.estimate.pass.Part;
import io.headroom.estimate.pass.PassTime;

/**
 * One decode step: every sequence gets one token. Arrays are made anew whenever they are asked for.
 *
 * @param stepSeconds time of the step
 * @param overheadSeconds the part of it that is fixed
 * @param pass one of its micro-batches
 * @param microBatches m
 * @param flop FLOP of the step on all GPUs of a replica
 * @param bytesPerGpu bytes of HBM moved in the step by the GPU that moves most
 * @param boundSeconds time of one pass at full bandwidth, reading only weights and KV cache
 * @param communicationShare link seconds over all seconds of the stages
 * @param bubbleShare share of the step in which stages wait
 * @param stageImbalance slowest stage over the mean, less 1
 */
public record DecodeTime(double stepSeconds, double overheadSeconds, PassTime pass, int microBatches, double flop,
        double bytesPerGpu, double boundSeconds, double communicationShare, double bubbleShare,
        double stageImbalance) {

    /** Seconds of the step by {@link Part}. */
    public double[] parts() {
        double[] parts = new double[Part.COUNT];
        if (microBatches * pass.slowestSeconds() > pass.sumSeconds()) {
            pass.addParts(pass.slowestStage(), microBatches, parts);
        } else {
            pass.addAllParts(parts);
        }
        parts[Part.OVERHEAD.ordinal()] += overheadSeconds;
        return parts;
    }

    /** Seconds of one micro-batch on a GPU of each stage. */
    public double[] stageSeconds() {
        double[] seconds = new double[pass.stages()];
        for (int s = 0; s < seconds.length; s++) {
            seconds[s] = pass.seconds(s);
        }
        return seconds;
    }

    /** Share of the step that each {@link Bound} bounds. */
    public double[] boundShares() {
        double[] shares = new double[Bound.COUNT];
        for (Bound bound : Bound.values()) {
            shares[bound.ordinal()] = pass.share(bound);
        }
        return shares;
    }
}
