package io.headroom.validate.read;

import io.headroom.catalog.Catalog;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.Arrays;

/** Reads the aliases that come with the program: {@code assets/calibration/aliases.json}. */
public final class AliasFile {

    private static final String FILE = "/io/headroom/assets/calibration/aliases.json";

    private AliasFile() {
    }

    /** The aliases, over {@code catalog}. */
    public static Aliases load(Catalog catalog) {
        try (InputStream in = AliasFile.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("This installation lacks " + FILE);
            }
            JsonObject file = (JsonObject) JsonReader.read(FILE, in.readAllBytes());
            Map<String, String> models = new LinkedHashMap<>();
            ((JsonObject) file.get("models")).members().forEach((id, names) -> {
                for (JsonValue name : ((JsonArray) names).items()) {
                    models.put(((JsonText) name).value(), id);
                }
            });
            return new Aliases(catalog, models, known(file.get("gpus")), known(file.get("engines")));
        } catch (JsonRefused e) {
            throw new IllegalStateException("The aliases of this installation are damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The aliases of this installation cannot be read", e);
        }
    }

    private static List<Aliases.Known> known(JsonValue list) {
        List<Aliases.Known> known = new ArrayList<>();
        for (JsonValue item : ((JsonArray) list).items()) {
            List<JsonValue> pair = ((JsonArray) item).items();
            String words = ((JsonText) pair.get(0)).value();
            known.add(new Aliases.Known(new TreeSet<>(Arrays.asList(words.split(" "))),
                    ((JsonText) pair.get(1)).value()));
        }
        return known;
    }
}
