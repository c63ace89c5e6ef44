package io.headroom.catalog.huggingface;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Architectures whose configuration files are read alike.
 * Source of keys and defaults: the configuration classes of Hugging Face's {@code transformers} library.
 */
enum Family {
    LLAMA(Experts.NONE, 0, List.of("llama"), List.of("LlamaForCausalLM")),
    MISTRAL(Experts.NONE, 0, List.of("mistral"), List.of("MistralForCausalLM")),
    MIXTRAL(Experts.LOCAL, 0, List.of("mixtral"), List.of("MixtralForCausalLM")),
    PHIMOE(Experts.LOCAL, 0, List.of("phimoe"), List.of("PhiMoEForCausalLM", "PhimoeForCausalLM")),
    MINIMAX_M2(Experts.LOCAL, 0, List.of("minimax_m2"), List.of("MiniMaxM2ForCausalLM")),
    GPT_OSS(Experts.LOCAL, 64, List.of("gpt_oss"), List.of("GptOssForCausalLM")),
    QWEN2(Experts.NONE, 0, List.of("qwen2"), List.of("Qwen2ForCausalLM")),
    QWEN3(Experts.NONE, 128, List.of("qwen3"), List.of("Qwen3ForCausalLM")),
    QWEN3_MOE(Experts.STEPPED, 0, List.of("qwen3_moe"), List.of("Qwen3MoeForCausalLM")),
    QWEN3_NEXT(Experts.STEPPED, 256, List.of("qwen3_next"), List.of("Qwen3NextForCausalLM")),
    QWEN3_5(Experts.NONE, 256, List.of("qwen3_5", "qwen3_5_text"),
            List.of("Qwen3_5ForCausalLM", "Qwen3_5ForConditionalGeneration")),
    QWEN3_5_MOE(Experts.STEPPED, 256, List.of("qwen3_5_moe", "qwen3_5_moe_text"),
            List.of("Qwen3_5MoeForCausalLM", "Qwen3_5MoeForConditionalGeneration")),
    // Kimi K2 is built as DeepSeek-V3 is, K2.5 adds a vision part
    DEEPSEEK(Experts.ROUTED, 0, List.of("deepseek_v2", "deepseek_v3", "deepseek_v32", "kimi_k2", "kimi_k25"),
            List.of("DeepseekV2ForCausalLM", "DeepseekV3ForCausalLM", "DeepseekV32ForCausalLM",
                    "KimiK2ForCausalLM", "KimiK25ForConditionalGeneration")),
    GLM4_MOE(Experts.ROUTED, 128, List.of("glm4_moe"), List.of("Glm4MoeForCausalLM")),
    GLM_MOE_DSA(Experts.ROUTED, 0, List.of("glm_moe_dsa"), List.of("GlmMoeDsaForCausalLM")),
    LLAMA4(Experts.INTERLEAVED, 0, List.of("llama4", "llama4_text"),
            List.of("Llama4ForCausalLM", "Llama4ForConditionalGeneration"));

    /** How a file describes its experts. */
    enum Experts {
        /** Every layer is dense. */
        NONE,
        /** {@code num_local_experts} on every layer, as wide as {@code intermediate_size}. */
        LOCAL,
        /** {@code num_experts} on every {@code decoder_sparse_step}-th layer but {@code mlp_only_layers}. */
        STEPPED,
        /** {@code n_routed_experts} after {@code first_k_dense_replace} dense layers. */
        ROUTED,
        /** {@code num_local_experts} on every {@code interleave_moe_layer_step}-th layer, and one shared. */
        INTERLEAVED
    }

    private final Experts experts;
    private final int headDim;
    private final List<String> types;
    private final List<String> architectures;

    Family(Experts experts, int headDim, List<String> types, List<String> architectures) {
        this.experts = experts;
        this.headDim = headDim;
        this.types = types;
        this.architectures = architectures;
    }

    Experts experts() {
        return experts;
    }

    /** The library's default of {@code head_dim}, 0 where it is hidden_size / num_attention_heads. */
    int headDim() {
        return headDim;
    }

    /** Whether attention caches one compressed vector a token (MLA). */
    boolean isLatent() {
        return this == DEEPSEEK || this == GLM_MOE_DSA;
    }

    /** Whether most layers are gated-delta linear attention. */
    boolean isHybrid() {
        return this == QWEN3_NEXT || this == QWEN3_5 || this == QWEN3_5_MOE;
    }

    /** Whether {@code use_sliding_window} switches the window on. */
    boolean hasWindowSwitch() {
        return this == QWEN2 || this == QWEN3 || this == QWEN3_MOE;
    }

    static Optional<Family> ofType(String modelType) {
        return Arrays.stream(values()).filter(f -> f.types.contains(modelType)).findFirst();
    }

    static Optional<Family> ofArchitecture(String architecture) {
        return Arrays.stream(values()).filter(f -> f.architectures.contains(architecture)).findFirst();
    }

    static List<String> types() {
        return names(f -> f.types.stream());
    }

    static List<String> architectures() {
        return names(f -> f.architectures.stream());
    }

    private static List<String> names(Function<Family, Stream<String>> of) {
        return Arrays.stream(values()).flatMap(of).sorted().toList();
    }
}
