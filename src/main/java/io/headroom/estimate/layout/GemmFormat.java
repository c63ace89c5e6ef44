package io.headroom.estimate.layout;

import io.headroom.catalog.Constants;
import io.headroom.catalog.NumberFormat;
import io.headroom.plan.Plan;

/**
 * How GEMMs run whose weights are in one format.
 *
 * <p>Where FP8 weights have a scale for each block of them, partial sums leave the tensor cores every block to be scaled:
 * such GEMMs reach {@code mfu * blockScaledMfuFactor}. Weights that are computed with in a format narrower than bf16 need
 * activations in it too, which are read in their own format and written in that one: {@code passedBytes} an element.
 * Source: DeepSeek-V3 technical report, section 3.3.2 (accumulation of scaled blocks); fitted factor: ADR 16.
 *
 * @param weightBytes bytes of a weight
 * @param peak FLOP/s at which they compute
 * @param mfu share of it that they reach
 * @param isBlockScaled whether weights have a scale a block
 * @param isQuantized whether activations are quantized for them
 * @param passedBytes bytes moved to read an element of activations and to write it for such a GEMM
 */
public record GemmFormat(double weightBytes, double peak, double mfu, boolean isBlockScaled, boolean isQuantized,
        double passedBytes) {

    static GemmFormat of(NumberFormat format, Plan plan) {
        Constants constants = plan.assumptions().constants();
        boolean isBlockScaled = plan.model().shape().blockScaledFp8() && format == NumberFormat.FP8;
        double bytes = format.bytesPerElement();
        double activationBytes = plan.precision().activations().bytesPerElement();
        boolean isQuantized = bytes < activationBytes && plan.hardware().computeFormat(format) != NumberFormat.BF16;
        return new GemmFormat(bytes, plan.hardware().peakFlops(format), constants.mfu() * (isBlockScaled ? constants.blockScaledMfuFactor() : 1),
                isBlockScaled, isQuantized, activationBytes + (isQuantized ? bytes : activationBytes));
    }

    /** Bytes moved to quantize an element of activations, 0 where none is. */
    public double quantizedBytes() {
        return isQuantized ? passedBytes : 0;
    }

    /** The formula of {@code mfu}. */
    public String mfuFormula() {
        return isBlockScaled ? "mfu * blockScaledMfuFactor" : "mfu";
    }

    /** The formula of {@code quantizedBytes} of weights whose bytes are called {@code bytes}. */
    public String quantizedFormula(String bytes) {
        return isQuantized ? passedFormula(bytes) : "0";
    }

    /** The formula of {@code passedBytes} of weights whose bytes are called {@code bytes}. */
    public String passedFormula(String bytes) {
        return isQuantized ? "(activationBytes + " + bytes + ")" : "(2 * activationBytes)";
    }
}
