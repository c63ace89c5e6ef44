package io.headroom.validate.read;

import io.headroom.catalog.Attention;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.plan.Precision;
import java.util.Locale;

/**
 * Reads the number formats of a row.
 *
 * <p>Weights: as given, else as the model's name ends, else bf16. gpt-oss is published with mxfp4 experts and all else
 * bf16; NVIDIA's nvfp4 checkpoints of MLA models keep attention in bf16. KV cache: as given; where nothing is, 16 bits
 * beside weights of 16, and beside narrower ones what the launch scripts of InferenceX set: fp8 on TensorRT-LLM, on
 * Blackwell, and in its own runs of dense models; else the model's 16 bits. Source: SemiAnalysisAI/InferenceX,
 * benchmarks/70b_fp8_h200_slurm.sh, gptoss_fp4_b200.sh, gptoss_fp4_h100.sh, dsr1_fp4_b200.sh, dsr1_fp8_h200.sh.
 */
final class PrecisionReader {

    private PrecisionReader() {
    }

    /** The formats of {@code m}; {@code engine} is the profile's name of the engine, or null. */
    static Precision precision(Measurement m, ModelSpec model, GpuSpec gpu, String engine) throws Unreadable {
        NumberFormat stated = format(m.weightType().isBlank() ? m.model() : m.weightType());
        if (stated == null && !m.weightType().isBlank()) {
            throw new Unreadable("number format not known", m.weightType());
        }
        NumberFormat format = stated == null ? NumberFormat.BF16 : stated;
        boolean isNarrowSetting = "trtllm".equals(engine) || gpu.supports(NumberFormat.NVFP4)
                || !model.isMoe() && m.isOfInferenceX();
        NumberFormat kv = kv(m, model, format, isNarrowSetting);
        NumberFormat wide = format == NumberFormat.FP16 ? NumberFormat.FP16 : NumberFormat.BF16;
        if (format.bytesPerElement() >= 2) {
            return new Precision(format, format, kv, wide);
        }
        if (model.id().startsWith("gpt-oss")) {
            return new Precision(NumberFormat.BF16, NumberFormat.MXFP4, kv, wide);
        }
        if (format == NumberFormat.NVFP4 && model.isMoe() && model.shape().attention() instanceof Attention.Latent) {
            return new Precision(NumberFormat.BF16, NumberFormat.NVFP4, kv, wide);
        }
        return new Precision(format, format, kv, wide);
    }

    private static NumberFormat kv(Measurement m, ModelSpec model, NumberFormat weights, boolean isNarrowSetting)
            throws Unreadable {
        String text = m.kvType().toLowerCase(Locale.ROOT);
        boolean isAuto = text.isBlank() || text.startsWith("auto") || text.equals("default");
        if (!isAuto) {
            NumberFormat kv = format(text);
            if (kv == null) {
                throw new Unreadable("number format not known", m.kvType());
            }
            return kv;
        }
        boolean isNarrow = weights == NumberFormat.FP8 || weights == NumberFormat.NVFP4
                || weights == NumberFormat.MXFP4 && text.isBlank();
        // a checkpoint of gpt-oss sets no KV format, so automatic means its 16 bits
        boolean isPlain = !text.isBlank() && model.id().startsWith("gpt-oss");
        return isNarrowSetting && isNarrow && !isPlain ? NumberFormat.FP8 : NumberFormat.BF16;
    }

    /** The format that {@code text} names or ends with, or null. */
    static NumberFormat format(String text) {
        String t = text.toLowerCase(Locale.ROOT);
        if (t.contains("nvfp4") || t.contains("fp4") && !t.contains("mxfp4")) {
            return NumberFormat.NVFP4;
        }
        if (t.contains("mxfp4")) {
            return NumberFormat.MXFP4;
        }
        if (t.contains("int8") || t.contains("w8a8") || t.contains("8bit")) {
            return NumberFormat.INT8;
        }
        if (t.contains("fp8") || t.contains("float8") || t.contains("e4m3") || t.contains("e5m2")) {
            return NumberFormat.FP8;
        }
        if (t.contains("int4") || t.contains("awq") || t.contains("gptq") || t.contains("w4a16") || t.contains("4bit")
                || t.contains("4-bit")) {
            return NumberFormat.INT4;
        }
        if (t.contains("bf16") || t.contains("bfloat16")) {
            return NumberFormat.BF16;
        }
        return t.contains("fp16") || t.contains("float16") || t.equals("half") ? NumberFormat.FP16 : null;
    }
}
