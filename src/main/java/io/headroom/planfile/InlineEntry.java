package io.headroom.planfile;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.json.Fields;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import io.headroom.json.Location;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model or accelerator of a plan: named by its catalogue id, or written out in the file, where {@code basedOn} takes
 * the rest from the catalogue (RFC 7386: null removes a key).
 *
 * @param spec what it is
 * @param json the object as the file has it, or null for a catalogue id
 */
record InlineEntry<T>(T spec, String json) {

    // a plan that names nothing is one that people know
    private static final String DEFAULT_MODEL = "llama-3.1-8b";
    private static final String DEFAULT_GPU = "h100-sxm";

    static final String BASED_ON = "basedOn";
    private static final String CHANGED = " (changed)";

    /** The model of a plan, or null and a problem. */
    static InlineEntry<ModelSpec> model(Fields plan, Catalog catalog, List<String> remarks) {
        return read(plan, DEFAULT_MODEL, remarks, Shelf.models(catalog));
    }

    /** The accelerator of a plan's hardware, or null and a problem. */
    static InlineEntry<GpuSpec> gpu(Fields hardware, Catalog catalog, List<String> remarks) {
        return read(hardware, DEFAULT_GPU, remarks, Shelf.gpus(catalog));
    }

    private static <T> InlineEntry<T> read(Fields f, String defaultId, List<String> remarks, Shelf<T> shelf) {
        JsonValue value = f.value(shelf.key());
        if (value == null) {
            Optional<T> spec = shelf.spec().apply(defaultId);
            if (spec.isEmpty()) {
                f.refuse(shelf.key(), "no " + JsonWriter.quoted(shelf.key()), "the id of a catalogue " + shelf.kind());
            }
            remarks.add(f.json().at().pointer() + " names no " + shelf.kind() + ": " + defaultId + " is taken.");
            return spec.map(s -> new InlineEntry<>(s, null)).orElse(null);
        }
        if (value instanceof JsonText t) {
            Optional<T> spec = shelf.spec().apply(t.value());
            if (spec.isEmpty()) {
                f.problems().add(value.at(), value.found(), known(t.value(), shelf) + " or an object of its figures");
            }
            return spec.map(s -> new InlineEntry<>(s, null)).orElse(null);
        }
        if (!(value instanceof JsonObject written)) {
            f.problems().add(value.at(), value.found(), "the id of a catalogue " + shelf.kind() + " or an object");
            return null;
        }
        if (written.members().size() == 1 && written.get("id") instanceof JsonText id) {
            // seven figures that are not there would be said, and not that one was meant to be named
            f.problems().add(written.at(), "an object that has an id only", shelf.spec().apply(id.value()).isPresent()
                    ? JsonWriter.quoted(id.value()) + " without the object, or the figures of a " + shelf.kind() + " of one's own"
                    : known(id.value(), shelf) + ", or an object of its figures");
            return null;
        }
        JsonObject whole = resolve(written, f, shelf);
        if (whole == null) {
            return null;
        }
        int before = f.problems().count();
        T spec = shelf.reader().apply(new Fields(whole, f.problems()), ownId(written));
        return spec == null || f.problems().count() > before ? null : new InlineEntry<>(spec, written.toJson());
    }

    /** The id of an entry that says none. */
    static String ownId(JsonObject written) {
        return written.get(BASED_ON) instanceof JsonText base ? base.value() + "-changed" : "inline";
    }

    /** {@code written} with all that it takes from the catalogue, or null and a problem. */
    static <T> JsonObject resolve(JsonObject written, Fields f, Shelf<T> shelf) {
        return resolve(written, null, f, shelf, new LinkedHashSet<>());
    }

    // problems further along the chain are shown at the plan's own basedOn: a catalogue entry is not in this file
    private static <T> JsonObject resolve(JsonObject written, Location first, Fields f, Shelf<T> shelf,
            Set<String> seen) {
        JsonValue base = written.get(BASED_ON);
        if (base == null) {
            return written;
        }
        Location at = first == null ? base.at() : first;
        if (!(base instanceof JsonText id)) {
            f.problems().add(at, base.found(), "the id of a catalogue " + shelf.kind());
            return null;
        }
        if (!seen.add(id.value())) {
            f.problems().add(at, "the circle " + String.join(" → ", seen) + " → " + id.value(),
                    "an entry that does not rest on itself");
            return null;
        }
        Optional<JsonObject> entry = shelf.json().apply(id.value());
        if (entry.isEmpty()) {
            f.problems().add(at, base.found(), known(id.value(), shelf));
            return null;
        }
        JsonObject whole = resolve(entry.get(), at, f, shelf, seen);
        return whole == null ? null : changed(whole, written);
    }

    // what the base says of itself as a whole is not true of the changed one: its id, name, published sizes and sources
    private static JsonObject changed(JsonObject base, JsonObject written) {
        Map<String, JsonValue> kept = new LinkedHashMap<>(base.members());
        List.of("id", "published", "conflicts").forEach(kept::remove);
        if (base.get("name") instanceof JsonText name) {
            kept.put("name", new JsonText(name.value() + CHANGED, name.at()));
        }
        Map<String, JsonValue> sources = new LinkedHashMap<>(
                base.get("sources") instanceof JsonObject o ? o.members() : Map.of());
        for (Map.Entry<String, JsonValue> member : written.members().entrySet()) {
            if (kept.containsKey(member.getKey()) && !(member.getValue() instanceof JsonText)) {
                sources.put(member.getKey(), new JsonText("this plan", Location.NONE));
            }
        }
        kept.put("sources", new JsonObject(sources, written.at()));
        Map<String, JsonValue> merged = new LinkedHashMap<>(
                new JsonObject(kept, base.at()).mergedWith(written).members());
        merged.remove(BASED_ON);
        merged.putIfAbsent("conflicts", new JsonArray(List.of(), written.at()));
        return new JsonObject(merged, written.at());
    }

    private static <T> String known(String id, Shelf<T> shelf) {
        List<String> near = shelf.nearest().apply(id);
        String list = near.isEmpty() ? "" : " (nearest: " + String.join(", ", near) + ")";
        return "the id of a catalogue " + shelf.kind() + list;
    }

}
