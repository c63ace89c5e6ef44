package io.headroom.catalog;

/**
 * The figures that derate the hardware's peaks and add what no roofline has.
 *
 * @param mfu share of peak FLOP/s a large GEMM reaches, (0, 1]
 * @param attentionMfu share of peak FLOP/s attention reaches, (0, 1]
 * @param mbu share of HBM bandwidth reached, (0, 1]
 * @param linkEfficiency share of link bandwidth reached, (0, 1]
 * @param gemmHalfRows rows at which a GEMM reaches half of mfu, 0 or more
 * @param overheadPerLayerSeconds fixed time of a layer
 * @param overheadPerMoeLayerSeconds fixed time of a MoE layer, on top
 * @param overheadPerStepSeconds fixed time of a pass
 * @param reserveBytes memory that the runtime keeps for itself
 * @param usableMemoryFraction share of HBM that may be filled, (0, 1]
 * @param expertImbalance rows of the busiest expert GPU over the mean, 1 or more
 * @param prefillShareInDecode share of other requests' prefills that interrupts decoding, [0, 1]
 * @param intraNodeLatencySeconds message latency inside a node, NaN = the hardware's
 * @param interNodeLatencySeconds message latency between nodes, NaN = the hardware's
 * @param attentionBandwidthFactor share of {@code mbu} that attention reaches, (0, 1]
 * @param expertBandwidthFactor share of {@code mbu} that GEMMs of routed experts reach, (0, 1]
 * @param rooflineOverlap share of the shorter of computing and moving bytes that hides behind the longer, [0, 1]
 * @param overheadPerSequenceSeconds fixed time of a sequence in a decode step
 * @param overheadPerRequestSeconds fixed time of a request before its first token
 * @param prefillQueueExponent how fast the share of other prefills before a request's first token falls with what it generates, [0, 1]
 * @param overheadPerQuantizedLayerSeconds fixed time of a layer whose weights are narrower than its activations, on top
 * @param rankWait share of a layer's time that an attention-DP rank waits for the slowest of very many, 0 or more
 * @param expertMfuFactor share of {@code mfu} that GEMMs of routed experts reach, (0, 1]
 * @param expertSkew squared coefficient of variation of how often experts are chosen, 0 = all equally
 * @param reserveInGroupBytes memory that the runtime keeps on top where a replica has several GPUs
 * @param samplerBytesPerLogit workspace of the sampler that the engine tries at start, 0 = none
 * @param admissionSteps decode steps that a request waits on a busy engine until its prompt is taken in, 0 or more
 * @param overheadPerMillionLogitsSeconds time in which a million logits are considered when next tokens are drawn: eight sequences of a
 *        vocabulary of 128,000
 * @param unfusedShare share of the work between GEMMs (rotary embedding, quantizing, activation function, permutation of
 *        experts' rows) that kernels of its own do, through memory; the rest is fused into GEMMs, [0, 1]
 * @param blockScaledMfuFactor share of {@code mfu} that GEMMs reach whose FP8 weights have a scale a block, (0, 1]
 * @param expertHalfRows rows of an expert at which its GEMM reaches half of its mfu, where more than {@code gemmHalfRows}: grouped
 *        GEMMs have larger tiles, 0 or more
 */
public record Constants(double mfu, double attentionMfu, double mbu, double linkEfficiency, double gemmHalfRows,
        double overheadPerLayerSeconds, double overheadPerMoeLayerSeconds, double overheadPerStepSeconds,
        double reserveBytes, double usableMemoryFraction, double expertImbalance, double prefillShareInDecode,
        double intraNodeLatencySeconds, double interNodeLatencySeconds, double attentionBandwidthFactor,
        double expertBandwidthFactor, double rooflineOverlap, double overheadPerSequenceSeconds,
        double overheadPerRequestSeconds, double prefillQueueExponent,
        double overheadPerQuantizedLayerSeconds, double rankWait, double expertMfuFactor,
        double expertSkew, double reserveInGroupBytes, double samplerBytesPerLogit, double admissionSteps,
        double overheadPerMillionLogitsSeconds, double unfusedShare, double blockScaledMfuFactor,
        double expertHalfRows) {

    /** The figure of {@code knob}. */
    public double get(Knob knob) {
        return toArray()[knob.ordinal()];
    }

    /** These figures with another value of {@code knob}. */
    public Constants with(Knob knob, double value) {
        double[] values = toArray();
        values[knob.ordinal()] = value;
        return of(values);
    }

    /** From one value a knob, in the order of {@link Knob}. */
    public static Constants of(double... v) {
        return new Constants(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13],
                v[14], v[15], v[16], v[17], v[18], v[19], v[20], v[21], v[22], v[23], v[24], v[25], v[26], v[27],
                v[28], v[29], v[30]);
    }

    private double[] toArray() {
        return new double[] {mfu, attentionMfu, mbu, linkEfficiency, gemmHalfRows, overheadPerLayerSeconds,
            overheadPerMoeLayerSeconds, overheadPerStepSeconds, reserveBytes, usableMemoryFraction, expertImbalance,
            prefillShareInDecode, intraNodeLatencySeconds, interNodeLatencySeconds, attentionBandwidthFactor,
            expertBandwidthFactor, rooflineOverlap, overheadPerSequenceSeconds, overheadPerRequestSeconds,
            prefillQueueExponent, overheadPerQuantizedLayerSeconds, rankWait, expertMfuFactor,
            expertSkew, reserveInGroupBytes, samplerBytesPerLogit, admissionSteps, overheadPerMillionLogitsSeconds,
            unfusedShare, blockScaledMfuFactor, expertHalfRows};
    }
}
