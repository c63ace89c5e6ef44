package io.headroom.cli.output;

import io.headroom.catalog.Knob;
import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.Location;
import io.headroom.plan.Assumptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Judgements as JSON: SI units, 64-bit numbers, a metric without a number is left out. {@code bands} are p10 and p90 of
 * measurements around times, rates and what follows from them, by metric; {@code extrapolated} are those of them near which
 * nothing was measured. A plan by assumptions that nobody validated has no bands. {@code fittedToModel} says to how many
 * measurements of the plan's model on its engine and architecture an assumption was fitted, where there are any.
 */
public final class EvaluationJson {

    private EvaluationJson() {
    }

    /** Every judgement, under the key {@code plans}. */
    public static JsonObject of(List<Judgement> judgements) {
        return JsonObject.builder().put("plans", list(judgements, EvaluationJson::plan)).build();
    }

    private static JsonObject plan(Judgement judgement) {
        JsonObject.Builder metrics = JsonObject.builder();
        JsonObject.Builder bands = JsonObject.builder();
        List<JsonValue> extrapolated = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            number(metric.id(), judgement.value(metric), metrics);
            judgement.band(metric).ifPresent(band -> {
                bands.put(metric.id(), JsonArray.of(List.of(JsonNumber.of(band.low()), JsonNumber.of(band.high()))));
                if (band.isExtrapolated()) {
                    extrapolated.add(new JsonText(metric.id(), Location.NONE));
                }
            });
        }
        JsonObject.Builder out = JsonObject.builder()
                .put("name", judgement.plan().name())
                .put("metrics", metrics.build())
                .put("bands", bands.build())
                .put("extrapolated", JsonArray.of(extrapolated))
                .put("legal", judgement.isLegal())
                .put("fits", judgement.fits())
                .put("verdict", key(judgement.verdict()))
                .put("requirements", list(judgement.requirements(), EvaluationJson::requirement));
        fittedToModel(judgement.plan().assumptions(), out);
        AdviceJson.put(judgement, out);
        return out.build();
    }

    private static void fittedToModel(Assumptions assumptions, JsonObject.Builder out) {
        JsonObject.Builder fitted = JsonObject.builder();
        for (Knob knob : Knob.values()) {
            if (assumptions.measurements(knob) > 0) {
                fitted.put(knob.key(), (long) assumptions.measurements(knob));
            }
        }
        if (!fitted.build().members().isEmpty()) {
            out.put("fittedToModel", fitted.build());
        }
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
        status.band().ifPresent(band -> out.put("band",
                JsonArray.of(List.of(JsonNumber.of(band.low()), JsonNumber.of(band.high())))));
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
