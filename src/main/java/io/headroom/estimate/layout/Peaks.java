package io.headroom.estimate.layout;

import io.headroom.catalog.NumberFormat;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;

/**
 * The dense peak FLOP/s at which each kind of operation computes on this hardware.
 *
 * <p>A GEMM computes at the peak of its weights' format ({@link GemmFormat}), attention scores and values at the
 * activations', router and head at bf16; a format without a peak computes at the next the hardware has (nvfp4, fp8, bf16;
 * int8, bf16).
 *
 * @param activations of attention scores and values
 * @param fastest largest of those that the model uses
 * @param expertFormat format in which routed experts compute
 */
public record Peaks(double activations, double fastest, NumberFormat expertFormat) {

    static Peaks of(Plan plan) {
        Hardware hardware = plan.hardware();
        Precision precision = plan.precision();
        double weights = hardware.peakFlops(precision.weights());
        double experts = hardware.peakFlops(precision.experts());
        double activations = hardware.peakFlops(precision.activations());
        double bf16 = hardware.peakFlops(NumberFormat.BF16);
        double fastest = Math.max(Math.max(weights, activations), bf16);
        return new Peaks(activations,
                plan.model().isMoe() ? Math.max(fastest, experts) : fastest,
                hardware.computeFormat(precision.experts()));
    }
}
