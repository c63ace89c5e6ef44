package io.headroom.cli.search;

import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.Alternatives;
import io.headroom.explore.alternative.Distance;
import io.headroom.explore.alternative.GpuChoice;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchResult.Skip;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonText;
import io.headroom.json.Location;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import io.headroom.plan.Requirement;
import java.util.List;
import java.util.Optional;

/** What a search found, as JSON in SI units; numbers that are not known are left out. */
final class SearchJson {

    private SearchJson() {
    }

    /** Counts, the best plans and the front. {@code visited + skipped} is {@code size}. */
    static JsonObject.Builder result(SearchResult result, List<Objective> objectives, Optional<Distance> distance) {
        JsonObject.Builder out = counts(result);
        out.put("best", best(result, objectives));
        out.put("frontMetrics", JsonArray.of(result.space().frontMetrics().stream()
                .map(metric -> new JsonText(metric.id(), Location.NONE)).toList()));
        out.put("front", JsonArray.of(result.front().stream().map(SearchJson::found).toList()));
        distance.ifPresent(d -> {
            JsonObject.Builder behind = JsonObject.builder();
            d.behindBest().forEach((objective, factor) -> number(objective.id(), factor, behind));
            JsonObject.Builder away = JsonObject.builder();
            number("factor", d.factor(), away);
            out.put("distance", away.put("ahead", found(d.ahead())).put("behindBest", behind.build()).build());
        });
        return out;
    }

    private static JsonObject.Builder counts(SearchResult result) {
        JsonObject.Builder skipped = JsonObject.builder();
        result.skipped().forEach((why, n) -> skipped.put(why.id(), n));
        JsonObject.Builder rejected = JsonObject.builder();
        result.rejected().forEach(rejected::put);
        return JsonObject.builder().put("name", result.space().plan().name()).put("layouts", result.layouts())
                .put("size", result.size()).put("visited", result.visited()).put("skipped", result.skippedPlans())
                .put("skippedBy", skipped.build())
                .put("legal", result.size() - result.skipped().get(Skip.RULES)).put("passing", result.passing())
                .put("rejectedBy", rejected.build())
                .put("gpuCounts", JsonArray.of(result.gpuCounts().stream().mapToObj(JsonNumber::of).toList()));
    }

    private static JsonObject best(SearchResult result, List<Objective> objectives) {
        JsonObject.Builder best = JsonObject.builder();
        objectives.forEach(objective -> result.best(objective)
                .ifPresent(found -> best.put(objective.id(), found(found))));
        return best.build();
    }

    private static JsonObject found(Found found) {
        Plan plan = found.plan();
        Parallelism p = plan.parallelism();
        Precision formats = plan.precision();
        JsonObject.Builder metrics = JsonObject.builder();
        for (Metric metric : Metric.values()) {
            number(metric.id(), found.estimate().get(metric), metrics);
        }
        JsonObject.Builder out = JsonObject.builder().put("label", LayoutLabel.of(plan))
                .put("parallelism", JsonObject.builder().put("tensor", p.tensor()).put("pipeline", p.pipeline())
                        .put("data", p.data()).put("expert", p.expert()).put("context", p.context())
                        .put("sequence", p.sequence()).build())
                .put("precision", JsonObject.builder().put("weights", formats.weights().key())
                        .put("experts", formats.experts().key()).put("kvCache", formats.kvCache().key())
                        .put("activations", formats.activations().key()).build())
                .put("concurrentRequests", plan.workload().concurrentRequests());
        number("headroom", found.headroom(), out);
        return out.put("metrics", metrics.build()).build();
    }

    /** Numbers of GPUs beside each other, and where the sweet spots are. */
    static JsonObject.Builder alternatives(Alternatives alternatives, List<Objective> objectives) {
        JsonObject.Builder sweet = JsonObject.builder();
        objectives.forEach(objective -> alternatives.sweetSpot(objective)
                .ifPresent(row -> sweet.put(objective.id(), row.gpus())));
        return JsonObject.builder().put("alternatives", JsonArray.of(alternatives.rows().stream()
                .map(row -> counts(row.result()).put("gpus", row.gpus()).put("best", best(row.result(), objectives))
                        .build()).toList())).put("sweetSpots", sweet.build());
    }

    /** Accelerators beside each other. */
    static JsonObject.Builder choices(List<GpuChoice> choices, List<Objective> objectives) {
        return JsonObject.builder().put("hardware", JsonArray.of(choices.stream().map(choice -> {
            JsonObject.Builder out = choice.result().map(SearchJson::counts).orElseGet(JsonObject::builder)
                    .put("gpu", choice.gpu().id()).put("whyNot", choice.whyNot(SearchText.FORMAT));
            number("pricePerGpuHour", choice.hardware().pricePerGpuHour(), out);
            choice.result().ifPresent(result -> out.put("best", best(result, objectives)));
            return out.build();
        }).toList()));
    }

    /** Adds the limits that no plan keeps. */
    static void waived(List<Requirement> waived, JsonObject.Builder out) {
        if (!waived.isEmpty()) {
            out.put("waived", JsonArray.of(waived.stream().map(r -> new JsonText(r.metric(), Location.NONE)).toList()));
        }
    }

    private static void number(String key, double value, JsonObject.Builder out) {
        if (Double.isFinite(value)) {
            out.put(key, value);
        }
    }
}
