package io.headroom.estimate.layout;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;

/**
 * The dense peak FLOP/s at which each kind of operation computes on this hardware.
 *
 * <p>A GEMM computes at the peak of its weights' format, attention scores and values at the activations', router and
 * head at bf16; a format without a peak computes at the next the hardware has (nvfp4, fp8, bf16; int8, bf16).
 *
 * @param weights of attention, dense and shared GEMMs
 * @param experts of routed experts
 * @param activations of attention scores and values
 * @param bf16 of router and LM head
 * @param fastest largest of those that the model uses
 * @param expertFormat format in which routed experts compute
 * @param weightFormat format in which the other GEMMs compute
 */
public record Peaks(double weights, double experts, double activations, double bf16, double fastest,
        NumberFormat weightFormat, NumberFormat expertFormat) {

    static Peaks of(Plan plan) {
        GpuSpec gpu = plan.hardware().gpu();
        Precision precision = plan.precision();
        NumberFormat weightFormat = computeFormat(gpu, precision.weights());
        NumberFormat expertFormat = computeFormat(gpu, precision.experts());
        double weights = gpu.peakFlops().get(weightFormat);
        double experts = gpu.peakFlops().get(expertFormat);
        double activations = gpu.peakFlops().get(computeFormat(gpu, precision.activations()));
        double bf16 = gpu.peakFlops().get(NumberFormat.BF16);
        double fastest = Math.max(Math.max(weights, activations), bf16);
        return new Peaks(weights, experts, activations, bf16,
                plan.model().isMoe() ? Math.max(fastest, experts) : fastest, weightFormat, expertFormat);
    }

    /** The format in which {@code stored} is computed on {@code gpu}. */
    public static NumberFormat computeFormat(GpuSpec gpu, NumberFormat stored) {
        NumberFormat format = stored.computeFormat();
        while (!gpu.supports(format) && format != NumberFormat.BF16) {
            format = format.fallback();
        }
        return format;
    }
}
