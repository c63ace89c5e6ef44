package io.headroom.planfile;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.read.CatalogJson;
import io.headroom.json.Fields;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import io.headroom.json.Location;
import io.headroom.json.Problem;
import io.headroom.json.Problems;
import io.headroom.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The model or accelerator of a plan as something to be changed figure by figure: a catalogue entry and what is
 * different, as the file has it. Immutable.
 */
public final class OwnEntry<T> {

    private static final String PUBLISHED = "published";
    private static final List<String> SIZES = List.of("totalParameters", "activeParameters");

    private final JsonObject written;
    private final Shelf<T> shelf;

    /**
     * What the figures come to.
     *
     * @param entry the model or accelerator, or null where something is wrong
     * @param json as the plan has it, or null where it is the catalogue's
     * @param problems what a figure may be, by its JSON pointer
     */
    public record Reading<T>(T entry, String json, Map<String, String> problems) {

        public Reading {
            problems = Map.copyOf(problems);
        }
    }

    private OwnEntry(JsonObject written, Shelf<T> shelf) {
        this.written = written;
        this.shelf = shelf;
    }

    /** The model of {@code plan}. */
    public static OwnEntry<ModelSpec> model(Plan plan, Catalog catalog) {
        ModelSpec model = plan.model();
        boolean isKnown = catalog.model(model.id()).filter(model::equals).isPresent();
        return new OwnEntry<>(written(plan.modelJson(), isKnown ? basedOn(model.id()) : CatalogJson.object(model)),
                Shelf.models(catalog));
    }

    /** The accelerator of {@code plan}. */
    public static OwnEntry<GpuSpec> gpu(Plan plan, Catalog catalog) {
        GpuSpec gpu = plan.hardware().gpu();
        boolean isKnown = catalog.gpu(gpu.id()).filter(gpu::equals).isPresent();
        return new OwnEntry<>(written(plan.hardware().gpuJson(),
                isKnown ? basedOn(gpu.id()) : CatalogJson.object(gpu)), Shelf.gpus(catalog));
    }

    /** The figure at {@code path}, or null where there is none. */
    public JsonValue get(List<String> path) {
        JsonValue own = at(written, path);
        if (own != null) {
            return own instanceof JsonValue.JsonNull ? null : own;
        }
        // a catalogue entry as it stands is still of the size that its makers publish
        return isCatalogue() && path.getFirst().equals(PUBLISHED) ? at(catalogued(), path) : at(unchanged(), path);
    }

    /** This with {@code value} at {@code path}, null for none; what is the catalogue's is not written. */
    public OwnEntry<T> with(List<String> path, JsonValue value) {
        JsonValue before = at(unchanged(), path);
        JsonValue member = same(before, value) ? null : value == null ? new JsonValue.JsonNull(Location.NONE) : value;
        return new OwnEntry<>(put(written, path, member), shelf);
    }

    /** This with the catalogue's figure at {@code path}, if it has one. */
    public OwnEntry<T> without(List<String> path) {
        return new OwnEntry<>(put(written, path, null), shelf);
    }

    /** Whether the figure at {@code path} is not the catalogue's. */
    public boolean isOwn(List<String> path) {
        return at(written, path) != null;
    }

    /** The model or accelerator that this is, or what is wrong. */
    public Reading<T> read() {
        if (isCatalogue()) {
            T entry = shelf.spec().apply(base()).orElseThrow();
            return new Reading<>(entry, null, Map.of());
        }
        Problems problems = new Problems(shelf.kind());
        JsonObject whole = InlineEntry.resolve(written, new Fields(written, problems), shelf);
        T entry = whole == null ? null : shelf.reader().apply(new Fields(placed(whole), problems),
                InlineEntry.ownId(written));
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Problem problem : problems.list()) {
            reasons.putIfAbsent(problem.at().pointer(), problem.allowed());
        }
        return new Reading<>(reasons.isEmpty() ? entry : null, written.toJson(), reasons);
    }

    // every figure knows its place then, also those that stand in no file yet
    private JsonObject placed(JsonObject whole) {
        try {
            return (JsonObject) JsonReader.read(shelf.kind(), whole.toJson().getBytes(StandardCharsets.UTF_8));
        } catch (JsonRefused e) {
            throw new IllegalStateException("what was written cannot be read", e);
        }
    }

    private String base() {
        return written.get(InlineEntry.BASED_ON) instanceof JsonText base ? base.value() : "";
    }

    private boolean isCatalogue() {
        return !base().isEmpty() && Set.of(InlineEntry.BASED_ON, PUBLISHED).containsAll(written.members().keySet())
                && (written.get(PUBLISHED) == null || SIZES.stream().allMatch(key -> same(
                        at(written, List.of(PUBLISHED, key)), at(catalogued(), List.of(PUBLISHED, key)))));
    }

    private JsonObject catalogued() {
        return shelf.json().apply(base()).orElse(JsonObject.builder().build());
    }

    /** What the entry would be if nothing were changed. */
    private JsonObject unchanged() {
        JsonObject nothing = JsonObject.builder().build();
        JsonObject whole = base().isEmpty() ? nothing
                : InlineEntry.resolve(basedOn(base()), new Fields(nothing, new Problems(shelf.kind())), shelf);
        return whole == null ? nothing : whole;
    }

    private static JsonObject basedOn(String id) {
        return JsonObject.builder().put(InlineEntry.BASED_ON, id).build();
    }

    private static JsonObject written(String json, JsonObject otherwise) {
        return json == null ? otherwise : (JsonObject) JsonObject.builder().putJson("own", json).build().get("own");
    }

    private static JsonValue at(JsonObject object, List<String> path) {
        JsonValue value = object;
        for (String key : path) {
            value = value instanceof JsonObject o ? o.get(key) : null;
        }
        return value;
    }

    private static JsonObject put(JsonObject object, List<String> path, JsonValue value) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        String key = path.getFirst();
        JsonValue member = value;
        if (path.size() > 1) {
            JsonObject inner = members.get(key) instanceof JsonObject o ? o : JsonObject.builder().build();
            JsonObject changed = put(inner, path.subList(1, path.size()), value);
            member = changed.members().isEmpty() ? null : changed;
        }
        if (member == null) {
            members.remove(key);
        } else {
            members.put(key, member);
        }
        return new JsonObject(members, object.at());
    }

    // 80e9 and 80000000000 are one figure
    private static boolean same(JsonValue a, JsonValue b) {
        if (a instanceof JsonNumber x && b instanceof JsonNumber y) {
            return x.toDouble().equals(y.toDouble());
        }
        return a == null || b == null ? a == b : JsonWriter.compact(a).equals(JsonWriter.compact(b));
    }
}
