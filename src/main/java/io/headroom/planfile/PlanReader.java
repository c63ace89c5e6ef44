package io.headroom.planfile;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.Knob;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.Profile;
import io.headroom.json.Fields;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import io.headroom.json.Location;
import io.headroom.json.Problems;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Demand;
import io.headroom.plan.Extras;
import io.headroom.plan.Figure;
import io.headroom.plan.Hardware;
import io.headroom.plan.Note;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import io.headroom.plan.Ranges;
import io.headroom.plan.Requirement;
import io.headroom.plan.View;
import io.headroom.plan.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads one plan; what its sections hold beyond the keys known here is kept in {@link Plan#extras()}. */
final class PlanReader {

    static final int MAX_ITEMS = 10_000;
    static final int MAX_STAGES = 65_536;
    static final Map<String, NumberFormat> FORMATS = formats();
    static final Map<String, Figure.Kind> KINDS =
            Map.of("claimed", Figure.Kind.CLAIMED, "measured", Figure.Kind.MEASURED);

    private static final String DEFAULT_PROFILE = "calibrated";

    private final Fields plan;
    private final Catalog catalog;
    private final Problems problems;
    private final List<String> remarks;
    private final Map<String, Extras> extras = new LinkedHashMap<>();

    PlanReader(Fields plan, Catalog catalog, Problems problems, List<String> remarks) {
        this.plan = plan;
        this.catalog = catalog;
        this.problems = problems;
        this.remarks = remarks;
    }

    /** The plan, or null where its model, hardware or profile cannot be told. */
    Plan read(String defaultName, View defaultView) {
        String name = plan.text("name", defaultName);
        InlineEntry<ModelSpec> model = InlineEntry.model(plan, catalog, remarks);
        Hardware hardware = hardware(section("hardware"));
        Precision precision = precision(section("precision"));
        Parallelism parallelism = parallelism(section("parallelism"));
        Workload workload = workload(section("workload"));
        Assumptions assumptions = assumptions(section("assumptions"));
        Demand demand = demand(section("demand"));
        List<Requirement> requirements = items("requirements", PlanReader::requirement);
        List<Figure> figures = items("figures", PlanReader::figure);
        List<Note> notes = items("notes", PlanReader::note);
        Fields viewFields = plan.object("view");
        View view = viewFields == null ? defaultView : view(viewFields);
        keep("view", viewFields);
        Ranges ranges = RangeField.read(section("ranges"), remaining -> keep("ranges", remaining));
        keep("", plan);
        if (!problems.isEmpty() || model == null || hardware == null || assumptions == null) {
            return null;
        }
        return new Plan(name, model.spec(), model.json(), hardware, precision, parallelism, workload, assumptions,
                demand, requirements, figures, notes, view, extras, ranges);
    }

    /** What a fleet says of one demand: a plan on {@code hardware}, or null where its model or profile cannot be told. */
    Plan traffic(String name, Hardware hardware) {
        InlineEntry<ModelSpec> model = InlineEntry.model(plan, catalog, remarks);
        Precision precision = precision(section("precision"));
        Workload workload = workload(section("workload"));
        Assumptions assumptions = assumptions(section("assumptions"));
        List<Requirement> requirements = items("requirements", PlanReader::requirement);
        if (!problems.isEmpty() || model == null || hardware == null || assumptions == null) {
            return null;
        }
        return new Plan(name, model.spec(), model.json(), hardware, precision, Parallelism.SINGLE, workload, assumptions,
                Demand.NONE, requirements, List.of(), List.of(), View.NONE, extras);
    }

    /** Keys that nobody asked for, by the section they stand in. */
    Map<String, Set<String>> unknownKeys() {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        extras.forEach((section, extra) -> keys.put(section, extra.json().keySet()));
        return keys;
    }

    private Fields section(String key) {
        Fields fields = plan.object(key);
        return fields == null ? new Fields(new JsonObject(Map.of(), plan.json().at()), problems) : fields;
    }

    /** The accelerators, or null where they cannot be told. */
    Hardware hardware(Fields f) {
        InlineEntry<GpuSpec> gpu = InlineEntry.gpu(f, catalog, remarks);
        Hardware.Given given = new Hardware.Given(NumberField.GPUS_PER_NODE.readWhole(f),
                NumberField.INTRA_NODE_BANDWIDTH.read(f), NumberField.INTER_NODE_BANDWIDTH.read(f),
                NumberField.INTRA_NODE_LATENCY.read(f), NumberField.INTER_NODE_LATENCY.read(f),
                NumberField.PRICE.read(f), f.text("priceBasis", null));
        keep("hardware", f);
        return gpu == null ? null : new Hardware(gpu.spec(), gpu.json(), given);
    }

    private Precision precision(Fields f) {
        NumberFormat weights = f.choice("weights", FORMATS, NumberFormat.BF16);
        Precision precision = new Precision(weights, f.choice("experts", FORMATS, weights),
                f.choice("kvCache", FORMATS, NumberFormat.BF16), f.choice("activations", FORMATS, NumberFormat.BF16));
        keep("precision", f);
        return precision;
    }

    private Parallelism parallelism(Fields f) {
        List<Integer> stages = f.wholes("layersPerStage", NumberField.LAYERS_PER_STAGE.leastWhole(),
                NumberField.LAYERS_PER_STAGE.mostWhole());
        if (stages.size() > MAX_STAGES) {
            f.refuse("layersPerStage", stages.size() + " stages", "at most " + MAX_STAGES);
        }
        Parallelism parallelism = new Parallelism(NumberField.TENSOR.readWhole(f), NumberField.PIPELINE.readWhole(f),
                NumberField.DATA.readWhole(f), NumberField.EXPERT.readWhole(f), NumberField.CONTEXT.readWhole(f),
                f.flag("sequence", false), stages);
        keep("parallelism", f);
        return parallelism;
    }

    private Workload workload(Fields f) {
        Workload workload = new Workload(NumberField.CONCURRENT_REQUESTS.readWhole(f), NumberField.INPUT_TOKENS.readWhole(f),
                NumberField.OUTPUT_TOKENS.readWhole(f), inputRange(f), NumberField.ARRIVAL_RATE.read(f),
                NumberField.MAX_BATCHED_TOKENS.readWhole(f), NumberField.MAX_CONCURRENT_SEQUENCES.readWhole(f));
        keep("workload", f);
        return workload;
    }

    private static Workload.TokenRange inputRange(Fields f) {
        NumberField field = NumberField.INPUT_TOKENS_RANGE;
        if (!f.has(field.key())) {
            return null;
        }
        List<Integer> ends = f.wholes(field.key(), field.leastWhole(), field.mostWhole());
        if (ends.size() != 2 || ends.get(0) > ends.get(1)) {
            f.refuse(field.key(), ends.size() == 2 ? "[" + ends.get(0) + ", " + ends.get(1) + "]"
                    : "a list of " + ends.size(), "[shortest, longest]");
            return null;
        }
        return new Workload.TokenRange(ends.get(0), ends.get(1));
    }

    private Assumptions assumptions(Fields f) {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        catalog.profiles().forEach(p -> profiles.put(p.id(), p));
        Profile profile = f.choice("profile", profiles, profiles.get(DEFAULT_PROFILE));
        String engine = f.text("engine", null);
        Map<Knob, Double> given = new EnumMap<>(Knob.class);
        for (Knob knob : Knob.values()) {
            if (!knob.isLatency() && f.has(knob.key())) {
                given.put(knob, f.number(knob.key(), knob.min(), knob.max(), knob.min()));
            }
        }
        keep("assumptions", f);
        return profile == null ? null : new Assumptions(profile, engine, given);
    }

    private Demand demand(Fields f) {
        Demand demand = new Demand(NumberField.TOKENS_PER_DAY.read(f), NumberField.UTILIZATION.read(f));
        keep("demand", f);
        return demand;
    }

    /** The view that {@code f} holds; {@code f} may be null. */
    static View view(Fields f) {
        return f == null ? View.NONE : new View(f.texts("starred", Fields.MAX_NAME), f.texts("pins", Fields.MAX_NAME));
    }

    private static Requirement requirement(Fields f) {
        String metric = f.requiredText("metric");
        boolean most = f.has("atMost");
        if (most == f.has("atLeast")) {
            f.problems().add(f.json().at(), most ? "\"atMost\" and \"atLeast\"" : "neither \"atMost\" nor \"atLeast\"",
                    "exactly one of the two");
        }
        double atMost = NumberField.LIMIT.read(f);
        double atLeast = NumberField.FLOOR.read(f);
        Requirement.Bound bound = most ? Requirement.Bound.AT_MOST : Requirement.Bound.AT_LEAST;
        return new Requirement(metric, bound, most ? atMost : atLeast, f.text("unit", ""), NumberField.MARGIN.read(f),
                f.flag("soft", false), new Extras(f.unread()));
    }

    private static Figure figure(Fields f) {
        return new Figure(f.requiredText("metric"), f.requiredNumber("value", NumberField.FIGURE.min(),
                NumberField.FIGURE.max()), f.text("unit", ""), f.choice("kind", KINDS, Figure.Kind.CLAIMED),
                f.text("source", Fields.MAX_NOTE, ""), new Extras(f.unread()));
    }

    private static Note note(Fields f) {
        if (!f.has("text")) {
            f.refuse("text", "no \"text\"", "the remark");
        }
        return new Note(f.text("on", ""), f.text("text", Fields.MAX_NOTE, ""), new Extras(f.unread()));
    }

    private <T> List<T> items(String key, Function<Fields, T> reader) {
        List<JsonValue> values = plan.array(key);
        if (values.size() > MAX_ITEMS) {
            plan.refuse(key, values.size() + " items", "at most " + MAX_ITEMS);
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (JsonValue value : values) {
            Fields fields = Fields.of(value, problems);
            if (fields != null) {
                items.add(reader.apply(fields));
                remark(value.at().pointer(), fields.unread(), remarks);
            }
        }
        return items;
    }

    private void keep(String section, Fields fields) {
        Map<String, String> unread = fields == null ? Map.of() : fields.unread();
        if (!unread.isEmpty()) {
            extras.put(section, new Extras(unread));
            Location at = fields.json().at();
            remark(at.pointer(), unread, remarks);
        }
    }

    static void remark(String pointer, Map<String, String> unread, List<String> remarks) {
        for (String key : unread.keySet()) {
            if (remarks.size() < Problems.KEPT) {
                remarks.add((pointer.isEmpty() ? "The file" : pointer) + " has the unknown key "
                        + JsonWriter.quoted(key) + ": kept, not used.");
            }
        }
    }

    private static Map<String, NumberFormat> formats() {
        Map<String, NumberFormat> formats = new LinkedHashMap<>();
        for (NumberFormat format : NumberFormat.values()) {
            formats.put(format.key(), format);
        }
        return formats;
    }
}
