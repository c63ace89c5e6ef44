package io.headroom.cli.output;

import io.headroom.check.Judgement;
import io.headroom.check.legal.Holding;
import io.headroom.explore.advice.Advice;
import io.headroom.explore.question.Answer;
import io.headroom.explore.question.Shortfall;
import io.headroom.explore.rating.Rating;
import io.headroom.explore.repair.Diagnosis;
import io.headroom.explore.repair.Repair;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What to change in a plan, as JSON in SI units: findings with fixes, what holds, ratings, reverse questions. */
final class AdviceJson {

    // of sentences for people; every number is beside them in SI units
    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);

    private AdviceJson() {
    }

    /** Adds the keys {@code findings, holds, shortfalls, binding, ratings, questions} to {@code out}. */
    static void put(Judgement judgement, JsonObject.Builder out) {
        Advice advice = Advice.of(judgement);
        out.put("findings", list(advice.diagnoses(), AdviceJson::finding))
                .put("holds", list(advice.holdings(), AdviceJson::holding))
                .put("shortfalls", list(advice.shortfalls(), AdviceJson::shortfall))
                .put("binding", list(advice.order().limits(), limit -> JsonObject.builder()
                        .put("limit", limit.name()).put("largestBatch", (long) limit.largestBatch()).build()))
                .put("ratings", list(advice.ratings(), AdviceJson::rating))
                .put("questions", list(advice.answers(), AdviceJson::answer));
    }

    private static JsonObject finding(Diagnosis diagnosis) {
        return JsonObject.builder().put("severity", diagnosis.severity().word())
                .put("rule", diagnosis.rule()).put("text", diagnosis.text(FORMAT))
                .put("source", diagnosis.source())
                .put("fixes", list(diagnosis.repairs(), AdviceJson::fix)).build();
    }

    private static JsonObject fix(Repair repair) {
        JsonObject.Builder out = JsonObject.builder().put("label", repair.fix().label())
                .put("change", repair.change()).put("effect", repair.effect(FORMAT)).put("clean", repair.isClean())
                .put("verdict", key(repair.after().verdict()));
        JsonObject.Builder metrics = JsonObject.builder();
        repair.after().estimate().ifPresent(estimate -> EvaluationJson.metrics(estimate, metrics));
        return out.put("metrics", metrics.build()).build();
    }

    private static JsonObject holding(Holding holding) {
        return JsonObject.builder().put("rule", holding.rule()).put("text", holding.text())
                .put("source", holding.source()).build();
    }

    private static JsonObject shortfall(Shortfall shortfall) {
        JsonObject.Builder out = JsonObject.builder().put("metric", shortfall.status().requirement().metric());
        EvaluationJson.number("factor", shortfall.factor(), out);
        shortfall.gpus().ifPresent(gpus -> out.put("gpus", gpus));
        EvaluationJson.number("revised", shortfall.revised(), out);
        return out.put("unit", shortfall.status().requirement().unit()).put("text", shortfall.text()).build();
    }

    private static JsonObject rating(Rating rating) {
        return JsonObject.builder().put("degree", rating.degree().label()).put("value", (long) rating.value())
                .put("grade", rating.grade().word()).put("reason", rating.why(FORMAT)).build();
    }

    private static JsonObject answer(Answer answer) {
        JsonObject.Builder out = JsonObject.builder().put("question", key(answer.question()))
                .put("kind", key(answer.kind()));
        EvaluationJson.number("value", answer.value(), out);
        return out.put("text", answer.text()).build();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> JsonArray list(List<T> items, Function<T, JsonObject> writer) {
        return JsonArray.of(items.stream().map(writer).toList());
    }
}
