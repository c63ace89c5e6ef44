package io.headroom.catalog.huggingface;

import io.headroom.catalog.MoeSpec;
import io.headroom.catalog.read.ModelReader;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonValue;
import java.util.List;

/** Reads the experts, their widths and the layers that hold them. */
final class ExpertKeys {

    private static final String DENSE = "dense";
    private static final String SPARSE = "sparse";

    private ExpertKeys() {
    }

    /** The experts, or null where every layer is dense. */
    static MoeSpec read(ConfigKeys keys, Family family, int layers) {
        MoeSpec moe = switch (family.experts()) {
            case NONE -> null;
            case LOCAL -> local(keys, family);
            case STEPPED -> stepped(keys, family, layers);
            case ROUTED -> routed(keys, layers);
            case INTERLEAVED -> interleaved(keys, layers);
        };
        if (moe != null && keys.isSound() && moe.topK() > moe.experts()) {
            keys.refuse("num_experts_per_tok", Integer.toString(moe.topK()), "at most the " + moe.experts()
                    + " experts");
        }
        return moe;
    }

    private static MoeSpec local(ConfigKeys keys, Family family) {
        int shared = family == Family.MINIMAX_M2
                ? keys.orNone("shared_intermediate_size", ModelReader.MAX_WIDTH) : 0;
        return new MoeSpec(experts(keys, "num_local_experts"), topK(keys), width(keys, "intermediate_size"), shared,
                0, 1);
    }

    private static MoeSpec stepped(ConfigKeys keys, Family family, int layers) {
        int experts = experts(keys, "num_experts");
        int shared = family.isHybrid() ? width(keys, "shared_expert_intermediate_size") : 0;
        int every = keys.optional("decoder_sparse_step", 1, ModelReader.MAX_LAYERS, 1);
        List<JsonValue> denseLayers = keys.list("mlp_only_layers");
        for (int l = 0; l < denseLayers.size(); l++) {
            if (!isNumber(denseLayers.get(l), l)) {
                keys.refuse("mlp_only_layers", "a dense layer that is not among the first",
                        "only the first layers, as 0, 1, 2 …: others cannot be described");
                break;
            }
        }
        return new MoeSpec(experts, topK(keys), width(keys, "moe_intermediate_size"), shared,
                Math.min(denseLayers.size(), layers), every);
    }

    private static MoeSpec routed(ConfigKeys keys, int layers) {
        int experts = experts(keys, "n_routed_experts");
        int width = width(keys, "moe_intermediate_size");
        int shared = keys.optional("n_shared_experts", 0, ModelReader.MAX_HEADS, 0, "none");
        long sharedWidth = (long) shared * width;
        if (sharedWidth > ModelReader.MAX_WIDTH) {
            keys.refuse("n_shared_experts", shared + " of width " + width,
                    "together at most " + ModelReader.MAX_WIDTH);
        }
        if (keys.isGiven("moe_layer_freq") && !isNumber(keys.text().value("moe_layer_freq"), 1)) {
            keys.refuse("moe_layer_freq", keys.text().value("moe_layer_freq").found(),
                    "1: other patterns cannot be described");
        }
        return new MoeSpec(experts, topK(keys), width, (int) Math.min(sharedWidth, ModelReader.MAX_WIDTH),
                denseFirst(keys, layers), 1);
    }

    private static int denseFirst(ConfigKeys keys, int layers) {
        List<String> types = keys.perLayer("mlp_layer_types", layers, List.of(DENSE, SPARSE));
        if (types.isEmpty()) {
            return keys.text().requiredWhole("first_k_dense_replace", 0, ModelReader.MAX_LAYERS);
        }
        int first = types.contains(SPARSE) ? types.indexOf(SPARSE) : layers;
        if (types.lastIndexOf(DENSE) >= first) {
            keys.refuse("mlp_layer_types", "layer " + types.lastIndexOf(DENSE) + " is dense",
                    "dense layers only before the first sparse one: others cannot be described");
        }
        return first;
    }

    private static MoeSpec interleaved(ConfigKeys keys, int layers) {
        int width = width(keys, "intermediate_size");
        int every = keys.optional("interleave_moe_layer_step", 1, ModelReader.MAX_LAYERS, 1);
        List<JsonValue> moeLayers = keys.list("moe_layers");
        for (int i = 0; i < moeLayers.size(); i++) {
            if (!isNumber(moeLayers.get(i), (i + 1) * every - 1) || moeLayers.size() != layers / every) {
                keys.refuse("moe_layers", "other layers",
                        "the multiples of interleave_moe_layer_step = " + every + ", less one");
                break;
            }
        }
        // one shared expert as wide as a routed one: Llama4TextMoe in the library
        keys.remark("shared expert: taken, one as wide as a routed one, as the library does for this architecture");
        return new MoeSpec(experts(keys, "num_local_experts"), topK(keys), width, width, 0, every);
    }

    private static int experts(ConfigKeys keys, String key) {
        return keys.required(key, ModelReader.MAX_HEADS);
    }

    private static int width(ConfigKeys keys, String key) {
        return keys.required(key, ModelReader.MAX_WIDTH);
    }

    private static int topK(ConfigKeys keys) {
        boolean other = !keys.isGiven("num_experts_per_tok") && keys.isGiven("experts_per_token");
        return keys.required(other ? "experts_per_token" : "num_experts_per_tok", ModelReader.MAX_HEADS);
    }

    private static boolean isNumber(JsonValue value, int wanted) {
        return value instanceof JsonNumber n && n.toLong().orElse(-1) == wanted;
    }
}
