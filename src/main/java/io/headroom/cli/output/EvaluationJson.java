package io.headroom.cli.output;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Judgements as JSON: SI units, 64-bit numbers, a metric without a number is left out. */
public final class EvaluationJson {

    private EvaluationJson() {
    }

    /** Every judgement, under the key {@code plans}. */
    public static JsonObject of(List<Judgement> judgements) {
        return JsonObject.builder().put("plans", list(judgements, EvaluationJson::plan)).build();
    }

    private static JsonObject plan(Judgement judgement) {
        JsonObject.Builder metrics = JsonObject.builder();
        judgement.estimate().ifPresent(estimate -> metrics(estimate, metrics));
        JsonObject.Builder out = JsonObject.builder()
                .put("name", judgement.plan().name())
                .put("metrics", metrics.build())
                .put("bands", JsonObject.builder().build())
                .put("legal", judgement.isLegal())
                .put("fits", judgement.fits())
                .put("verdict", key(judgement.verdict()))
                .put("requirements", list(judgement.requirements(), EvaluationJson::requirement));
        AdviceJson.put(judgement, out);
        return out.build();
    }

    static void metrics(Estimate estimate, JsonObject.Builder out) {
        for (Metric metric : Metric.values()) {
            number(metric.id(), estimate.get(metric), out);
        }
    }

    private static JsonObject requirement(RequirementStatus status) {
        JsonObject.Builder out = JsonObject.builder().put("metric", status.requirement().metric())
                .put("status", key(status.status()));
        number("value", status.value(), out);
        number("limit", status.limit(), out);
        number("factor", status.factor(), out);
        return out.build();
    }

    static void number(String key, double value, JsonObject.Builder out) {
        if (Double.isFinite(value)) {
            out.put(key, value);
        }
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> JsonArray list(List<T> items, Function<T, JsonObject> writer) {
        return JsonArray.of(items.stream().map(writer).toList());
    }
}
