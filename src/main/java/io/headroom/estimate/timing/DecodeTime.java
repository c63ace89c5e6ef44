package io.headroom.estimate.timing;

import io.headroom.estimate.pass.Part;
import io.headroom.estimate.pass.Bound;

/**
 * One decode step: every sequence gets one token.
 *
 * @param stepSeconds time of the step
 * @param parts its seconds by {@link Part}
 * @param microBatches m
 * @param stageSeconds seconds of one micro-batch on a GPU of each stage
 * @param flop FLOP of the step on all GPUs of a replica
 * @param bytesPerGpu bytes of HBM moved in the step by the GPU that moves most
 * @param boundSeconds time of one pass at full bandwidth, reading only weights and KV cache
 * @param communicationShare link seconds over all seconds of the stages
 * @param bubbleShare share of the step in which stages wait
 * @param stageImbalance slowest stage over the mean, less 1
 * @param boundShares share of the step that each {@link Bound} bounds
 */
public record DecodeTime(double stepSeconds, double[] parts, int microBatches, double[] stageSeconds, double flop,
        double bytesPerGpu, double boundSeconds, double communicationShare, double bubbleShare,
        double stageImbalance, double[] boundShares) {
}
