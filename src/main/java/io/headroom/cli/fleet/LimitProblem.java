package io.headroom.cli.fleet;

import io.headroom.estimate.Metric;
import io.headroom.format.Unit;
import io.headroom.json.Fields;
import io.headroom.json.JsonWriter;
import io.headroom.plan.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why a search cannot keep a limit.
 *
 * @param found what the limit says
 * @param allowed what it may say
 */
record LimitProblem(String found, String allowed) {

    /** Of {@code limit}; empty where it can be kept. */
    static Optional<LimitProblem> of(Requirement limit) {
        List<String> ids = Arrays.stream(Metric.values()).filter(m -> !m.isSimulated()).map(Metric::id).toList();
        Optional<Metric> metric = Metric.byId(limit.metric()).filter(m -> !m.isSimulated());
        if (metric.isEmpty()) {
            List<String> near = List.copyOf(Fields.nearest(limit.metric(), ids));
            return Optional.of(new LimitProblem("the metric " + JsonWriter.quoted(limit.metric()),
                    "a metric that an estimate has, percentiles not among them"
                            + (near.isEmpty() ? "" : " (nearest: " + String.join(", ", near) + ")")));
        }
        boolean isUnit = Unit.of(limit.unit()).filter(u -> u.states(metric.get().dimension())).isPresent();
        return isUnit ? Optional.empty() : Optional.of(new LimitProblem("the unit " + JsonWriter.quoted(limit.unit())
                + " for " + limit.metric(), "one of " + String.join(", ", Unit.symbolsOf(metric.get().dimension()))));
    }
}
