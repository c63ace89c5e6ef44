package io.headroom.catalog.huggingface;

import io.headroom.catalog.LinearAttention;
import io.headroom.catalog.ModelSpec.SlidingWindow;
import io.headroom.catalog.read.ModelReader;
import java.util.List;

/** Reads which layers slide and which are linear: every n-th layer is full, counted from the first. */
final class LayerPattern {

    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";
    private static final String LINEAR = "linear_attention";
    private static final int ALL_FULL = 1;

    private LayerPattern() {
    }

    /** The sliding window, or null where every softmax layer is full. */
    static SlidingWindow sliding(ConfigKeys keys, Family family, int layers) {
        return switch (family) {
            case QWEN3_NEXT, QWEN3_5, QWEN3_5_MOE -> null;
            case LLAMA4 -> chunked(keys);
            case GPT_OSS -> alternating(keys, layers);
            case QWEN2, QWEN3, QWEN3_MOE -> switched(keys, layers);
            case MISTRAL -> mistral(keys, layers);
            case MIXTRAL, PHIMOE -> everyLayer(keys, layers);
            case LLAMA, MINIMAX_M2, DEEPSEEK, GLM4_MOE, GLM_MOE_DSA -> unused(keys);
        };
    }

    /** The linear layers, or null where there are none. */
    static LinearAttention linear(ConfigKeys keys, Family family, int layers) {
        if (!family.isHybrid()) {
            return null;
        }
        int every = fullEvery(keys, layers, LINEAR);
        if (every == ALL_FULL) {
            return null;
        }
        if (every < 0) {
            every = keys.optional("full_attention_interval", 2, ModelReader.MAX_LAYERS, 4);
        }
        int heads = ModelReader.MAX_HEADS;
        return new LinearAttention(keys.required("linear_num_key_heads", heads),
                keys.required("linear_num_value_heads", heads), keys.required("linear_key_head_dim", heads),
                keys.required("linear_value_head_dim", heads), keys.required("linear_conv_kernel_dim", heads),
                every == 0 ? layers + 1 : every);
    }

    private static SlidingWindow chunked(ConfigKeys keys) {
        if (keys.isGiven("attention_chunk_size")) {
            keys.remark("attention_chunk_size given: chunked attention counts as full");
        }
        return null;
    }

    private static SlidingWindow unused(ConfigKeys keys) {
        if (keys.isGiven("sliding_window")) {
            keys.remark("sliding_window given: not used, as the library does for this architecture");
        }
        return null;
    }

    private static SlidingWindow alternating(ConfigKeys keys, int layers) {
        int every = fullEvery(keys, layers, SLIDING);
        if (every < 0) {
            keys.remark("layer_types not given: taken = sliding and full in turn, as the library does");
            every = 2;
        }
        return every == ALL_FULL ? null : new SlidingWindow(keys.required("sliding_window",
                ModelReader.MAX_TOKENS), every);
    }

    private static SlidingWindow everyLayer(ConfigKeys keys, int layers) {
        int every = Math.max(0, fullEvery(keys, layers, SLIDING));
        return !keys.isGiven("sliding_window") || every == ALL_FULL ? null
                : new SlidingWindow(keys.required("sliding_window", ModelReader.MAX_TOKENS), every);
    }

    // an absent window is 4096 tokens to the library, a null none
    private static SlidingWindow mistral(ConfigKeys keys, int layers) {
        if (keys.text().has("sliding_window")) {
            return everyLayer(keys, layers);
        }
        return new SlidingWindow(keys.optional("sliding_window", 1, ModelReader.MAX_TOKENS, 4096), 0);
    }

    private static SlidingWindow switched(ConfigKeys keys, int layers) {
        if (!keys.isGiven("use_sliding_window") || !keys.flag("use_sliding_window", false)) {
            if (keys.isGiven("sliding_window")) {
                keys.remark("sliding_window given but use_sliding_window is not true: every layer is full");
            }
            return null;
        }
        int window = keys.optional("sliding_window", 1, ModelReader.MAX_TOKENS, 4096);
        int every = fullEvery(keys, layers, SLIDING);
        if (every >= 0) {
            return every == ALL_FULL ? null : new SlidingWindow(window, every);
        }
        // the library's default
        int full = keys.optional("max_window_layers", 0, ModelReader.MAX_LAYERS, 28);
        if (full == 0) {
            return new SlidingWindow(window, 0);
        }
        if (full < layers) {
            keys.remark("max_window_layers: the last " + (layers - full) + " layers slide, which cannot be described:"
                    + " every layer is taken as full, so memory and work are upper bounds");
        }
        return null;
    }

    /** n of {@code layer_types}, 0 where no layer is full, below 0 where there is no (sound) list. */
    private static int fullEvery(ConfigKeys keys, int layers, String other) {
        List<String> types = keys.perLayer("layer_types", layers, List.of(FULL, other));
        if (types.isEmpty()) {
            return -1;
        }
        int every = types.indexOf(FULL) + 1;
        for (int l = 0; l < types.size(); l++) {
            boolean full = every > 0 && (l + 1) % every == 0;
            if (full != types.get(l).equals(FULL)) {
                keys.refuse("layer_types", "layer " + l + " is " + types.get(l),
                        FULL + " on layers n-1, 2n-1, ... from 0 and no other, here n = " + every);
                return -1;
            }
        }
        return every;
    }
}
