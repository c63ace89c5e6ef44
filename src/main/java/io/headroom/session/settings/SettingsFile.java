package io.headroom.session.settings;

import io.headroom.format.ByteUnits;
import io.headroom.json.Fields;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import io.headroom.json.Location;
import io.headroom.json.Problems;
import io.headroom.planfile.Documents;
import io.headroom.planfile.disk.FileRefused;
import io.headroom.planfile.disk.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The settings as a small JSON file in the user's folder of settings. A damaged file is set aside as
 * {@code settings.json.damaged} and defaults are used: no setting is worth a program that does not start.
 */
public final class SettingsFile {

    private static final String NAME = "settings.json";
    private static final Map<String, String> LOOKS = Map.of("light", "light", "dark", "dark", "system", "system");
    private static final Map<String, ByteUnits> UNITS = Map.of("GB", ByteUnits.GB, "GiB", ByteUnits.GIB);
    private static final double SMALLEST_ZOOM = 0.8;
    private static final double LARGEST_ZOOM = 2;
    private static final int FARTHEST = 100_000;

    private final Path file;
    private final Documents documents;

    public SettingsFile(Path folder, Documents documents) {
        this.file = folder.resolve(NAME);
        this.documents = documents;
    }

    /** The folder of settings of this user, by the custom of the system that the variables and the name tell of. */
    public static Path folder(Map<String, String> environment, String systemName, Path home) {
        String system = systemName.toLowerCase(Locale.ROOT);
        if (system.contains("win") && environment.containsKey("APPDATA")) {
            return Path.of(environment.get("APPDATA"), "Headroom");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Headroom");
        }
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = configured.isEmpty() ? home.resolve(".config") : Path.of(configured);
        return base.resolve("headroom");
    }

    /** The settings of the last time; defaults where there are none or they cannot be read. */
    public Settings load() {
        byte[] bytes;
        try {
            bytes = documents.read(file);
        } catch (FileRefused e) {
            return Settings.DEFAULT;
        }
        try {
            return read(bytes);
        } catch (JsonRefused e) {
            documents.export(file.resolveSibling(NAME + ".damaged"), bytes);
            return Settings.DEFAULT;
        }
    }

    /** Keeps {@code settings} for the next time; where that fails nothing is lost but them. */
    public void save(Settings settings) {
        if (!Folders.make(file.getParent())) {
            return;
        }
        documents.export(file, JsonWriter.bytes(json(settings)));
    }

    private static Settings read(byte[] bytes) throws JsonRefused {
        JsonValue value = JsonReader.read(NAME, bytes);
        Problems problems = new Problems(NAME);
        Fields fields = Fields.of(value, problems);
        problems.throwIfAny();
        Settings d = Settings.DEFAULT;
        List<String> recent = new ArrayList<>();
        if (fields.value("recent") instanceof JsonArray items) {
            for (JsonValue item : items.items()) {
                if (item instanceof JsonText text) {
                    recent.add(text.value());
                }
            }
        }
        Settings settings = new Settings(fields.choice("look", LOOKS, d.look()),
                fields.choice("byteUnits", UNITS, d.byteUnits()),
                fields.number("zoom", SMALLEST_ZOOM, LARGEST_ZOOM, d.zoom()), recent,
                fields.has("window") ? bounds(fields.object("window")) : null);
        problems.throwIfAny();
        return settings;
    }

    private static Settings.Bounds bounds(Fields fields) {
        return fields == null ? null : new Settings.Bounds(fields.number("x", -FARTHEST, FARTHEST, 0),
                fields.number("y", -FARTHEST, FARTHEST, 0), fields.number("width", 1, FARTHEST, 1),
                fields.number("height", 1, FARTHEST, 1), fields.flag("maximized", false));
    }

    private static JsonObject json(Settings s) {
        JsonObject.Builder out = JsonObject.builder();
        out.put("look", s.look()).put("byteUnits", s.byteUnits() == ByteUnits.GB ? "GB" : "GiB").put("zoom", s.zoom());
        out.put("recent", JsonArray.of(s.recent().stream().map(r -> new JsonText(r, Location.NONE)).toList()));
        Settings.Bounds b = s.bounds();
        if (b != null) {
            out.put("window", JsonObject.builder().put("x", b.x()).put("y", b.y()).put("width", b.width())
                    .put("height", b.height()).put("maximized", b.maximized()).build());
        }
        return out.build();
    }
}
