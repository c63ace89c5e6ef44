package io.headroom.metamorphic.relation;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.NumberFormat;

/**
 * In which format hardware multiplies what is stored in another: cost model, section 1. int4 and mxfp4 are weight-only
 * and compute in bf16, mxfp4 in fp8 beside nvfp4; what has no peak falls back from nvfp4 to fp8 to bf16, from int8 to bf16.
 */
final class ComputeFormat {

    private ComputeFormat() {
    }

    static NumberFormat of(NumberFormat stored, GpuSpec gpu) {
        boolean hasFp8 = gpu.peakFlops().containsKey(NumberFormat.FP8);
        return switch (stored) {
            case BF16, FP16, INT4 -> NumberFormat.BF16;
            case MXFP4 -> hasFp8 && gpu.peakFlops().containsKey(NumberFormat.NVFP4) ? NumberFormat.FP8
                    : NumberFormat.BF16;
            case FP8 -> hasFp8 ? NumberFormat.FP8 : NumberFormat.BF16;
            case INT8 -> gpu.peakFlops().containsKey(NumberFormat.INT8) ? NumberFormat.INT8 : NumberFormat.BF16;
            case NVFP4 -> gpu.peakFlops().containsKey(NumberFormat.NVFP4) ? NumberFormat.NVFP4
                    : hasFp8 ? NumberFormat.FP8 : NumberFormat.BF16;
        };
    }

    /** Bytes of an element sent to an expert: its compute format, 8 bits at least. */
    static double dispatchBytes(NumberFormat stored, GpuSpec gpu) {
        NumberFormat format = of(stored, gpu);
        return format == NumberFormat.BF16 ? 2 : 1;
    }
}
