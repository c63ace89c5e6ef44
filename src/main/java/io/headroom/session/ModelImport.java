package io.headroom.session;

import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.huggingface.HuggingFaceImport;
import io.headroom.catalog.huggingface.Imported;
import io.headroom.catalog.read.CatalogJson;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonValue;
import java.nio.file.Path;
import java.util.Locale;

/** The model of a Hugging Face {@code config.json}, for the plan on screen. */
final class ModelImport {

    private ModelImport() {
    }

    /** Whether {@code bytes} say what kind of model they configure, and not that they are a plan file. */
    static boolean isConfiguration(byte[] bytes) {
        try {
            JsonValue value = JsonReader.read("config", bytes);
            return value instanceof JsonObject o && o.get("format") == null
                    && (o.get("model_type") != null || o.get("architectures") != null);
        } catch (JsonRefused e) {
            return false;
        }
    }

    /** The model of {@code bytes}, named after its file or, where that is just called config, after its folder. */
    static Imported read(Path path, byte[] bytes) throws JsonRefused {
        return HuggingFaceImport.read(path.getFileName().toString(), bytes, id(path));
    }

    /** Puts {@code spec} into the plan on screen as its own: one edit. */
    static void put(ModelSpec spec, PlanSession session) {
        String json = CatalogJson.object(spec).toJson();
        session.edit(new Change("Model", session.planProperty().get().model().name(), spec.name()),
                plan -> plan.withModel(spec, json));
    }

    private static String id(Path path) {
        String stem = path.getFileName().toString().replaceFirst("\\.json$", "");
        Path folder = path.toAbsolutePath().normalize().getParent();
        boolean isPlain = stem.equals("config") && folder != null && folder.getFileName() != null;
        String id = (isPlain ? folder.getFileName().toString() : stem).toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return id.isEmpty() ? "imported" : id;
    }
}
