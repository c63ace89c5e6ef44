package io.headroom.explore.compare;

import io.headroom.explore.uncertainty.UncertaintyText;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** One line of a comparison: the same thing in every plan. */
public sealed interface Row {

    /** Its id in files: a metric id or the key of an input. */
    String id();

    /** Its name for people. */
    String name();

    /** Whether some plan differs from the baseline. */
    boolean differs(int baseline);

    /** What stands in the column of {@code plan}. */
    String text(int plan, Formatter format);

    /**
     * A number in every plan.
     *
     * @param values one a plan, SI units; NaN where a plan has none
     */
    record Numbers(String id, String name, Dimension dimension, List<Double> values) implements Row {

        public Numbers {
            values = List.copyOf(values);
        }

        @Override
        public boolean differs(int baseline) {
            return values.stream().anyMatch(v -> !v.equals(values.get(baseline)));
        }

        @Override
        public String text(int plan, Formatter format) {
            double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
            return format.text(values.get(plan), dimension, format.scaleBeside(values.get(plan), dimension, all));
        }

        /** {@code plan} over the baseline, less 1; NaN where one of them is no number or the baseline is 0. */
        public double change(int plan, int baseline) {
            double base = values.get(baseline);
            return base == 0 ? Double.NaN : values.get(plan) / base - 1;
        }

        /** {@code plan} less the baseline. */
        public double difference(int plan, int baseline) {
            return values.get(plan) - values.get(baseline);
        }

        /** The largest change of any plan, for sorting; 0 where nothing changes. */
        double mostChange(int baseline) {
            double most = 0;
            for (int i = 0; i < values.size(); i++) {
                double log = Math.abs(Math.log(values.get(i) / values.get(baseline)));
                most = Double.isNaN(log) ? most : Math.max(most, log);
            }
            return most;
        }
    }

    /**
     * The ranges of every plan, "–" where it has none.
     *
     * @param plans one a column
     */
    record Ranges(String id, String name, List<Plan> plans) implements Row {

        public Ranges {
            plans = List.copyOf(plans);
        }

        @Override
        public boolean differs(int baseline) {
            return plans.stream().anyMatch(p -> !p.ranges().equals(plans.get(baseline).ranges()));
        }

        @Override
        public String text(int plan, Formatter format) {
            Plan of = plans.get(plan);
            return of.ranges().isEmpty() ? Formatter.NONE : UncertaintyText.ranges(of, format);
        }
    }

    /**
     * A word in every plan: model, GPU, format, verdict.
     *
     * @param words one a plan
     */
    record Words(String id, String name, List<String> words) implements Row {

        public Words {
            words = Collections.unmodifiableList(List.copyOf(words));
        }

        @Override
        public boolean differs(int baseline) {
            return words.stream().anyMatch(w -> !Objects.equals(w, words.get(baseline)));
        }

        @Override
        public String text(int plan, Formatter format) {
            return words.get(plan);
        }
    }
}
