package io.headroom.catalog.read;

import io.headroom.catalog.band.Bands;
import io.headroom.catalog.engine.EngineSpec;
import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.Profile;
import io.headroom.json.Fields;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Loads the catalogue that comes with the program: a folder of files a kind and an index, because a class path inside
 * a jar cannot be listed.
 */
public final class CatalogFiles {

    private static final String ROOT = "/io/headroom/assets/";
    /** The profile that {@code bands.json} was earned by. */
    private static final String VALIDATED = "calibrated";

    private CatalogFiles() {
    }

    /** Everything under {@code assets/catalog} and {@code assets/calibration}. */
    public static Catalog load() {
        Map<String, JsonObject> modelFiles = new LinkedHashMap<>();
        Map<String, JsonObject> gpuFiles = new LinkedHashMap<>();
        List<ModelSpec> models = folder("catalog/models/", modelFiles, ModelReader::read);
        List<GpuSpec> gpus = folder("catalog/gpus/", gpuFiles, GpuReader::read);
        Bands bands = loadBands();
        Map<String, EngineSpec> engines = new LinkedHashMap<>();
        folder("catalog/engines/", new LinkedHashMap<>(), (f, id) -> {
            EngineSpec engine = EngineReader.read(f, id, engines);
            engines.put(engine.id(), engine);
            return engine;
        });
        List<Profile> profiles = folder("calibration/", new LinkedHashMap<>(), ProfileReader::read).stream()
                .map(p -> p.id().equals(VALIDATED) ? p.withBands(bands) : p).map(p -> p.withEngineSpecs(engines)).toList();
        return new Catalog(models, gpus, profiles, modelFiles, gpuFiles);
    }

    /** How far measurements lay from estimates of the calibrated profile. */
    public static Bands loadBands() {
        String file = "calibration/bands.json";
        try {
            Problems problems = new Problems(file);
            Fields fields = Fields.of(read(file), problems);
            Bands bands = fields == null ? null : BandsReader.read(fields);
            problems.throwIfAny();
            return bands;
        } catch (JsonRefused e) {
            throw new IllegalStateException("The catalogue of this installation is damaged: " + e.getMessage(), e);
        }
    }

    private static <T> List<T> folder(String folder, Map<String, JsonObject> files,
            BiFunction<Fields, String, T> reader) {
        List<T> entries = new ArrayList<>();
        try {
            for (JsonValue item : ((JsonArray) read(folder + "index.json")).items()) {
                String id = ((JsonText) item).value();
                String file = folder + id + ".json";
                Problems problems = new Problems(file);
                Fields fields = Fields.of(read(file), problems);
                entries.add(fields == null ? null : reader.apply(fields, id));
                problems.throwIfAny();
                files.put(id, fields.json());
            }
        } catch (JsonRefused e) {
            throw new IllegalStateException("The catalogue of this installation is damaged: " + e.getMessage(), e);
        }
        return entries;
    }

    private static JsonValue read(String file) throws JsonRefused {
        try (InputStream in = CatalogFiles.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException("The catalogue of this installation lacks " + file);
            }
            return JsonReader.read(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue of this installation cannot be read: " + file, e);
        }
    }
}
