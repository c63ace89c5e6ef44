package io.headroom.catalog;

import java.util.Set;

/**
 * A format in which weights, KV cache or activations are stored.
 *
 * <p>Bytes an element include the scales of block-quantised formats: nvfp4 holds 4 bits and an 8-bit scale for 16
 * elements (4.5 bits), mxfp4 and int4 4 bits and a scale for 32 (4.25 bits). Source: OCP Microscaling Formats 1.0;
 * NVIDIA's NVFP4 description. int4 and mxfp4 are weight-only: they are unpacked and computed in bf16,
 * mxfp4 in fp8 by hardware that has nvfp4.
 *
 * <p>People read the name, in capitals as the formats are published; files hold {@link #key}.
 */
public enum NumberFormat {
    BF16("bf16", 2.0),
    FP16("fp16", 2.0),
    FP8("fp8", 1.0),
    INT8("int8", 1.0),
    NVFP4("nvfp4", 4.5 / 8),
    MXFP4("mxfp4", 4.25 / 8),
    INT4("int4", 4.25 / 8);

    private final String key;
    private final double bytesPerElement;

    NumberFormat(String key, double bytesPerElement) {
        this.key = key;
        this.bytesPerElement = bytesPerElement;
    }

    /** The spelling in plan files and catalogues. */
    public String key() {
        return key;
    }

    /** Bytes an element, scales included. */
    public double bytesPerElement() {
        return bytesPerElement;
    }

    /**
     * The format in which a GEMM with such weights should compute on hardware with these peaks, if there is one for it: bf16
     * for weight-only ones. Cards with nvfp4 take mxfp4 weights beside mxfp8 activations at the rate of fp8. Source: PTX ISA,
     * tcgen05.mma, kind::mxf8f6f4; engines set it for gpt-oss (vLLM: VLLM_USE_FLASHINFER_MOE_MXFP4_MXFP8; TensorRT-LLM:
     * W4A8_MXFP4_MXFP8).
     */
    public NumberFormat computeFormat(Set<NumberFormat> peaks) {
        return switch (this) {
            case FP16, INT4, BF16 -> BF16;
            case MXFP4 -> peaks.contains(NVFP4) ? FP8 : BF16;
            case FP8, INT8, NVFP4 -> this;
        };
    }

    /** The next format to compute in where the hardware has no peak for this one: nvfp4, fp8, bf16; int8, bf16. */
    public NumberFormat fallback() {
        return this == NVFP4 ? FP8 : BF16;
    }
}
