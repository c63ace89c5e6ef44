package io.headroom.catalog.huggingface;

import io.headroom.catalog.Attention;
import io.headroom.catalog.read.ModelReader;

/** Reads heads and their dimensions. */
final class AttentionKeys {

    private AttentionKeys() {
    }

    static Attention latent(ConfigKeys keys) {
        int heads = keys.required("num_attention_heads", ModelReader.MAX_HEADS);
        if (!keys.text().has("q_lora_rank")) {
            keys.refuse("q_lora_rank", "no \"q_lora_rank\"",
                    "a whole number, or null where queries are not compressed");
        }
        return new Attention.Latent(heads, keys.orNone("q_lora_rank", ModelReader.MAX_WIDTH),
                keys.required("kv_lora_rank", ModelReader.MAX_WIDTH),
                keys.required("qk_nope_head_dim", ModelReader.MAX_HEADS),
                keys.required("qk_rope_head_dim", ModelReader.MAX_HEADS),
                keys.required("v_head_dim", ModelReader.MAX_HEADS));
    }

    static Attention grouped(ConfigKeys keys, Family family, int hidden) {
        int heads = keys.required("num_attention_heads", ModelReader.MAX_HEADS);
        String likeHeads = family == Family.LLAMA ? "num_attention_heads, as the library does"
                : "num_attention_heads (one key-value head for every query head)";
        int kvHeads = keys.optional("num_key_value_heads", 1, ModelReader.MAX_HEADS, heads, likeHeads);
        if (keys.isSound() && heads % kvHeads != 0) {
            keys.refuse("num_key_value_heads", Integer.toString(kvHeads),
                    "a divisor of the " + heads + " num_attention_heads");
        }
        return new Attention.GroupedQuery(heads, kvHeads, headDim(keys, family, hidden, heads),
                family.isHybrid() && outputGate(keys, family));
    }

    private static int headDim(ConfigKeys keys, Family family, int hidden, int heads) {
        if (family.headDim() > 0 || keys.isGiven("head_dim")) {
            return keys.optional("head_dim", 1, ModelReader.MAX_HEADS, family.headDim());
        }
        if (hidden % heads != 0) {
            if (keys.isSound()) {
                keys.refuse("hidden_size", hidden + " and no \"head_dim\"",
                        "a multiple of the " + heads + " num_attention_heads, or \"head_dim\"");
            }
            return 1;
        }
        return keys.optional("head_dim", 1, ModelReader.MAX_HEADS, hidden / heads,
                "hidden_size / num_attention_heads = " + hidden / heads + ", as the library does");
    }

    // Qwen3-Next has no key for its gate: the query projection of its architecture is twice as wide
    private static boolean outputGate(ConfigKeys keys, Family family) {
        if (family == Family.QWEN3_NEXT) {
            keys.remark("attention output gate: taken, as the library does for this architecture");
            return true;
        }
        return keys.flag("attn_output_gate", true);
    }
}
