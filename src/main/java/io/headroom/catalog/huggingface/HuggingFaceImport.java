package io.headroom.catalog.huggingface;

import io.headroom.catalog.Attention;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.ModelSpec.Published;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.MoeSpec;
import io.headroom.catalog.Provenance;
import io.headroom.catalog.read.ModelReader;
import io.headroom.json.Fields;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonValue;
import io.headroom.json.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a model of a Hugging Face {@code config.json}: nothing is guessed in silence. A default that the library takes
 * is taken and noted, what must be there and is not is a located problem, an unknown architecture is refused by name.
 */
public final class HuggingFaceImport {

    private HuggingFaceImport() {
    }

    /**
     * The model of a file.
     *
     * @param fileName name of the file, for messages and as the model's source
     * @param bytes what it holds
     * @param id id and name of the model
     */
    public static Imported read(String fileName, byte[] bytes, String id) throws JsonRefused {
        return of(fileName, JsonReader.read(fileName, bytes), id);
    }

    /** The model of a file that was read before. */
    public static Imported of(String fileName, JsonValue config, String id) throws JsonRefused {
        Problems problems = new Problems(fileName);
        Fields whole = Fields.of(config, problems);
        problems.throwIfAny();
        ConfigKeys keys = new ConfigKeys(whole);
        Optional<Family> family = family(keys);
        Shape shape = family.isPresent() ? shape(keys, family.get()) : null;
        problems.throwIfAny();
        leftOut(keys);
        Provenance provenance = new Provenance("Hugging Face configuration: " + fileName, Map.of(), "medium", List.of(),
                String.join("; ", keys.remarks()));
        return new Imported(new ModelSpec(id, id, shape, Published.NONE, provenance), keys.remarks());
    }

    /** The values of {@code model_type} that are supported. */
    public static List<String> supportedTypes() {
        return Family.types();
    }

    private static Optional<Family> family(ConfigKeys keys) {
        String type = keys.textAnywhere("model_type");
        String architecture = keys.firstAnywhere("architectures");
        if (type == null && architecture == null) {
            keys.refuse("model_type", "no \"model_type\" and no \"architectures\", at the top or in \"text_config\"",
                    "a model_type of " + String.join(", ", Family.types()));
            return Optional.empty();
        }
        Optional<Family> byType = type == null ? Optional.empty() : Family.ofType(type);
        Optional<Family> named = architecture == null ? byType : Family.ofArchitecture(architecture);
        if (type != null && byType.isEmpty()) {
            keys.refuse("model_type", "not supported: " + type, "one of " + String.join(", ", Family.types())
                    + " (looked for model_type and architectures, at the top and in text_config)");
            return Optional.empty();
        }
        if (named.isEmpty()) {
            keys.refuse("architectures", "not supported: " + architecture,
                    "one of " + String.join(", ", Family.architectures())
                    + " (looked for model_type and architectures, at the top and in text_config)");
            return Optional.empty();
        }
        if (byType.isPresent() && byType.get() != named.get()) {
            keys.remark("architectures names " + architecture + " but model_type " + type + ": read as " + type);
        }
        return byType.isPresent() ? byType : named;
    }

    private static Shape shape(ConfigKeys keys, Family family) {
        int layers = keys.required("num_hidden_layers", ModelReader.MAX_LAYERS);
        int hidden = keys.required("hidden_size", ModelReader.MAX_WIDTH);
        int vocabulary = keys.required("vocab_size", ModelReader.MAX_WIDTH);
        int maxContext = keys.required("max_position_embeddings", ModelReader.MAX_TOKENS);
        boolean tied = keys.flag("tie_word_embeddings", false);
        Attention attention = family.isLatent() ? AttentionKeys.latent(keys)
                : AttentionKeys.grouped(keys, family, hidden);
        MoeSpec moe = ExpertKeys.read(keys, family, layers);
        boolean dense = moe == null || moe.denseFirst() > 0 || moe.every() > 1;
        String ffn = family == Family.LLAMA4 ? "intermediate_size_mlp" : "intermediate_size";
        return new Shape(layers, hidden, vocabulary, tied, maxContext, attention,
                LayerPattern.sliding(keys, family, layers), LayerPattern.linear(keys, family, layers),
                dense ? keys.required(ffn, ModelReader.MAX_WIDTH) : 0, 3, moe,
                keys.hasBlocksOfWeights());
    }

    private static void leftOut(ConfigKeys keys) {
        if (keys.isGivenAnywhere("quantization_config")) {
            keys.remark("quantization_config given: the formats are the plan's own choice, set its precision");
        }
        if (keys.hasBlocksOfWeights()) {
            keys.remark("weight_block_size given: taken, weights in FP8 have a scale a block");
        }
        if (keys.isGivenAnywhere("vision_config")) {
            keys.remark("vision_config given: only the language model is taken");
        }
        if (keys.isGiven("index_topk")) {
            keys.remark("index_topk given: sparse attention counts as full and its indexer is not counted");
        }
        for (String key : List.of("num_nextn_predict_layers", "mtp_num_hidden_layers", "num_mtp_modules")) {
            if (keys.orNone(key, ModelReader.MAX_LAYERS) > 0) {
                keys.remark(key + " given: layers for multi-token prediction are not counted");
            }
        }
        if (keys.isGiven("rope_scaling")) {
            keys.remark("rope_scaling given: the longest context is taken from max_position_embeddings");
        }
    }
}
