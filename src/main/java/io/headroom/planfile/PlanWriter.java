package io.headroom.planfile;

import io.headroom.catalog.Knob;
import io.headroom.catalog.NumberFormat;
import io.headroom.json.Fields;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonText;
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
import io.headroom.plan.Requirement;
import io.headroom.plan.Review;
import io.headroom.plan.View;
import io.headroom.plan.Workload;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a review: model, accelerator and profile always, because their defaults may change; other keys where they
 * differ from their default; and every unknown key where it was.
 */
final class PlanWriter {

    private PlanWriter() {
    }

    static JsonObject review(Review review) {
        JsonObject.Builder out = JsonObject.builder().put("format", PlanFile.FORMAT).put("version", PlanFile.VERSION);
        text("name", review.name(), out);
        text("baseline", review.baseline(), out);
        extras(review.extras(), out);
        String view = review.extras().json().get("view");
        View inherited = view == null ? View.NONE
                : PlanReader.view(new Fields((JsonObject) JsonObject.builder().putJson("v", view).build().get("v"),
                        new Problems("")));
        return out.put("plans", list(review.plans(), plan -> plan(plan, inherited))).build();
    }

    private static JsonObject plan(Plan plan, View inherited) {
        JsonObject.Builder out = JsonObject.builder().put("name", plan.name());
        entry("model", plan.model().id(), plan.modelJson(), out);
        section("hardware", hardware(plan.hardware()), plan, out);
        section("precision", precision(plan.precision()), plan, out);
        section("parallelism", parallelism(plan.parallelism()), plan, out);
        section("workload", workload(plan.workload()), plan, out);
        section("assumptions", assumptions(plan.assumptions()), plan, out);
        section("demand", demand(plan.demand()), plan, out);
        section("ranges", RangeField.write(plan.ranges()), plan, out);
        items("requirements", plan.requirements(), PlanWriter::requirement, out);
        items("figures", plan.figures(), PlanWriter::figure, out);
        items("notes", plan.notes(), PlanWriter::note, out);
        view(plan, inherited, out);
        extras(plan.extras().getOrDefault("", Extras.NONE), out);
        return out.build();
    }

    private static JsonObject.Builder hardware(Hardware hardware) {
        JsonObject.Builder out = JsonObject.builder();
        entry("gpu", hardware.gpu().id(), hardware.gpuJson(), out);
        Hardware.Given given = hardware.given();
        NumberField.GPUS_PER_NODE.write(given.gpusPerNode(), out);
        NumberField.INTRA_NODE_BANDWIDTH.write(given.intraNodeBytesPerSecond(), out);
        NumberField.INTER_NODE_BANDWIDTH.write(given.interNodeBytesPerSecond(), out);
        NumberField.INTRA_NODE_LATENCY.write(given.intraNodeLatencySeconds(), out);
        NumberField.INTER_NODE_LATENCY.write(given.interNodeLatencySeconds(), out);
        NumberField.PRICE.write(given.pricePerGpuHour(), out);
        return given.priceBasis() == null ? out : out.put("priceBasis", given.priceBasis());
    }

    private static JsonObject.Builder precision(Precision precision) {
        JsonObject.Builder out = JsonObject.builder();
        format("weights", precision.weights(), NumberFormat.BF16, out);
        format("experts", precision.experts(), precision.weights(), out);
        format("kvCache", precision.kvCache(), NumberFormat.BF16, out);
        format("activations", precision.activations(), NumberFormat.BF16, out);
        return out;
    }

    private static JsonObject.Builder parallelism(Parallelism p) {
        JsonObject.Builder out = JsonObject.builder();
        NumberField.TENSOR.write(p.tensor(), out);
        NumberField.PIPELINE.write(p.pipeline(), out);
        NumberField.DATA.write(p.data(), out);
        NumberField.EXPERT.write(p.expert(), out);
        NumberField.CONTEXT.write(p.context(), out);
        flag("sequence", p.sequence(), out);
        boolean balanced = p.layersPerStage().isEmpty();
        return balanced ? out : out.put("layersPerStage", list(p.layersPerStage(), PlanWriter::whole));
    }

    private static JsonObject.Builder workload(Workload w) {
        JsonObject.Builder out = JsonObject.builder();
        NumberField.CONCURRENT_REQUESTS.write(w.concurrentRequests(), out);
        NumberField.INPUT_TOKENS.write(w.inputTokens(), out);
        NumberField.OUTPUT_TOKENS.write(w.outputTokens(), out);
        if (w.inputRange() != null) {
            out.put(NumberField.INPUT_TOKENS_RANGE.key(),
                    list(List.of(w.inputRange().min(), w.inputRange().max()), PlanWriter::whole));
        }
        NumberField.ARRIVAL_RATE.write(w.arrivalRatePerSecond(), out);
        NumberField.MAX_BATCHED_TOKENS.write(w.maxBatchedTokens(), out);
        NumberField.MAX_CONCURRENT_SEQUENCES.write(w.maxConcurrentSequences(), out);
        return out;
    }

    private static JsonObject.Builder assumptions(Assumptions assumptions) {
        JsonObject.Builder out = JsonObject.builder().put("profile", assumptions.profile().id());
        if (assumptions.engine() != null) {
            out.put("engine", assumptions.engine());
        }
        for (Knob knob : Knob.values()) {
            if (assumptions.isGiven(knob)) {
                out.put(knob.key(), assumptions.given().get(knob));
            }
        }
        return out;
    }

    private static JsonObject.Builder demand(Demand demand) {
        JsonObject.Builder out = JsonObject.builder();
        NumberField.TOKENS_PER_DAY.write(demand.tokensPerDay(), out);
        NumberField.UTILIZATION.write(demand.utilization(), out);
        return out;
    }

    private static void view(Plan plan, View inherited, JsonObject.Builder out) {
        JsonObject.Builder view = JsonObject.builder();
        View silent = plan.extras().containsKey("view") ? View.NONE : inherited;
        if (!plan.view().equals(silent)) {
            // an empty list too says something where the review has a view for all its plans
            if (!plan.view().starred().isEmpty() || plan.view().pins().isEmpty()) {
                view.put("starred", list(plan.view().starred(), PlanWriter::textValue));
            }
            if (!plan.view().pins().isEmpty()) {
                view.put("pins", list(plan.view().pins(), PlanWriter::textValue));
            }
        }
        section("view", view, plan, out);
    }

    private static JsonObject requirement(Requirement r) {
        JsonObject.Builder out = JsonObject.builder().put("metric", r.metric())
                .put(r.bound() == Requirement.Bound.AT_MOST ? "atMost" : "atLeast", r.value());
        text("unit", r.unit(), out);
        NumberField.MARGIN.write(r.margin(), out);
        flag("soft", r.soft(), out);
        extras(r.extras(), out);
        return out.build();
    }

    private static JsonObject figure(Figure f) {
        JsonObject.Builder out = JsonObject.builder().put("metric", f.metric()).put("value", f.value());
        text("unit", f.unit(), out);
        out.put("kind", f.kind() == Figure.Kind.CLAIMED ? "claimed" : "measured");
        text("source", f.source(), out);
        extras(f.extras(), out);
        return out.build();
    }

    private static JsonObject note(Note note) {
        JsonObject.Builder out = JsonObject.builder();
        text("on", note.on(), out);
        out.put("text", note.text());
        extras(note.extras(), out);
        return out.build();
    }

    private static void section(String key, JsonObject.Builder section, Plan plan, JsonObject.Builder out) {
        extras(plan.extras().getOrDefault(key, Extras.NONE), section);
        if (!section.isEmpty()) {
            out.put(key, section.build());
        }
    }

    private static <T> void items(String key, List<T> items, Function<T, JsonObject> writer, JsonObject.Builder out) {
        if (!items.isEmpty()) {
            out.put(key, list(items, writer));
        }
    }

    private static <T> JsonArray list(List<T> items, Function<? super T, ? extends JsonValue> writer) {
        return JsonArray.of(items.stream().map(writer).toList());
    }

    private static JsonValue whole(int value) {
        return new JsonNumber(JsonWriter.number(value), Location.NONE);
    }

    private static JsonValue textValue(String value) {
        return new JsonText(value, Location.NONE);
    }

    private static void entry(String key, String id, String json, JsonObject.Builder out) {
        if (json == null) {
            out.put(key, id);
        } else {
            out.putJson(key, json);
        }
    }

    private static void format(String key, NumberFormat value, NumberFormat absent, JsonObject.Builder out) {
        if (value != absent) {
            out.put(key, value.key());
        }
    }

    private static void text(String key, String value, JsonObject.Builder out) {
        if (!value.isEmpty()) {
            out.put(key, value);
        }
    }

    private static void flag(String key, boolean value, JsonObject.Builder out) {
        if (value) {
            out.put(key, true);
        }
    }

    private static void extras(Extras extras, JsonObject.Builder out) {
        extras.json().forEach(out::putJson);
    }
}
