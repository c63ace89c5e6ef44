package io.headroom.session.fit;

import io.headroom.catalog.Knob;
import io.headroom.validate.fit.Determination;
import io.headroom.validate.fit.Determination.Answer;
import io.headroom.validate.fit.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What can be chosen, and what is.
 *
 * @param choice what is chosen
 * @param rows all measurements
 * @param answers what the chosen measurements tell of each of {@link #KNOBS}
 * @param wanted the assumptions that are chosen and told
 * @param values what the plan on screen assumes before the fit
 */
public record FitTable(FitChoice choice, List<FitRow> rows, Map<Knob, Answer> answers, List<Knob> wanted,
        Map<Knob, Double> values) {

    /** The assumptions that are offered, in the order of the screen. */
    public static final List<Knob> KNOBS = List.of(Knob.OVERHEAD_PER_STEP, Knob.MBU, Knob.MFU,
            Knob.OVERHEAD_PER_REQUEST, Knob.LINK_EFFICIENCY);

    /** No measurements. */
    public static final FitTable EMPTY = new FitTable(FitChoice.FIRST, List.of(), Map.of(), List.of(), Map.of());

    /** The table of {@code question}, whose measurements are {@code rows}. */
    static FitTable of(Question question, List<FitRow> rows) {
        FitChoice choice = question.choice();
        List<FitRow> marked = rows.stream().map(r -> r.with(choice.rows().contains(r.own().id()))).toList();
        List<Sample> used = samples(marked);
        Map<Knob, Answer> answers = Determination.of(used, KNOBS, choice.knobs());
        List<Knob> wanted = choice.knobs().stream().filter(k -> answers.get(k) instanceof Answer.Told).toList();
        Map<Knob, Double> values = new java.util.EnumMap<>(Knob.class);
        KNOBS.forEach(k -> values.put(k, question.basis().of(question.plan()).constants().get(k)));
        return new FitTable(choice, marked, answers, wanted, values);
    }

    /** Whether there is something to fit and something to fit it to. */
    public boolean isReady() {
        return !wanted.isEmpty() && rows.stream().anyMatch(FitRow::isChosen);
    }

    /** The measurements that are used. */
    static List<Sample> samples(List<FitRow> rows) {
        return rows.stream().filter(FitRow::isChosen).map(r -> r.own().sample()).toList();
    }

    /** Median of the absolute errors of {@code rows}; NaN where there are none. */
    public static double median(List<FitRow> rows, ToDoubleFunction<FitRow> error) {
        double[] sorted = rows.stream().mapToDouble(error).map(Math::abs).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : n % 2 == 1 ? sorted[n / 2]
                : Arrays.stream(sorted, n / 2 - 1, n / 2 + 1).average().orElseThrow();
    }
}
