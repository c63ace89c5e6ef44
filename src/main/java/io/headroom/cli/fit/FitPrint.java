package io.headroom.cli.fit;

import io.headroom.estimate.Metric;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonValue;
import io.headroom.validate.fit.Fitted;
import io.headroom.validate.fit.FittedKnob;
import io.headroom.validate.fit.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A fit for people and as JSON in SI units.
 *
 * @param plan name of the plan
 * @param fitted what was found
 * @param rows every measurement with its estimates
 */
record FitPrint(String plan, Fitted fitted, List<Row> rows) {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);

    /**
     * A measurement.
     *
     * @param sample the measurement
     * @param isUsed whether the fit used it
     * @param before the estimate with the assumptions that the fit started from
     * @param after the estimate with the fitted ones
     */
    record Row(Sample sample, boolean isUsed, double before, double after) {

        double error(double estimate) {
            return estimate / sample.measured() - 1;
        }
    }

    JsonObject json() {
        List<JsonValue> knobs = new ArrayList<>();
        for (FittedKnob k : fitted.knobs()) {
            knobs.add(JsonObject.builder().put("key", k.knob().key()).put("before", k.before()).put("after", k.after())
                    .put("range", JsonArray.of(List.of(JsonNumber.of(k.low()), JsonNumber.of(k.high()))))
                    .put("loose", k.isLoose()).build());
        }
        List<JsonValue> all = new ArrayList<>();
        for (Row row : rows) {
            all.add(JsonObject.builder().put("id", row.sample().id()).put("used", row.isUsed())
                    .put("measured", row.sample().measured()).put("before", row.before()).put("after", row.after())
                    .build());
        }
        return JsonObject.builder().put("plan", plan).put("assumptions", JsonArray.of(knobs))
                .put("measurements", JsonArray.of(all)).build();
    }

    List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(plan);
        lines.add("");
        for (FittedKnob k : fitted.knobs()) {
            lines.add(String.format(Locale.ROOT, "  %-28s %s → %s%s", k.knob().key(), value(k, k.before()),
                    value(k, k.after()), k.isLoose() ? "  (hardly told by these measurements)" : ""));
        }
        lines.add("");
        lines.add(String.format(Locale.ROOT, "  %-44s %12s %12s %8s %12s %8s", "measurement", "measured", "before", "error",
                "after", "error"));
        for (Row row : rows) {
            Dimension d = Metric.byId(row.sample().quantity()).orElseThrow().dimension();
            lines.add(String.format(Locale.ROOT, "  %-44s %12s %12s %8s %12s %8s%s", row.sample().id(),
                    FORMAT.text(row.sample().measured(), d), FORMAT.text(row.before(), d), error(row, row.before()),
                    FORMAT.text(row.after(), d), error(row, row.after()), row.isUsed() ? "  used" : ""));
        }
        return lines;
    }

    private static String error(Row row, double estimate) {
        double error = row.error(estimate);
        return (error < 0 ? "−" : "+") + FORMAT.share(Math.abs(error));
    }

    private static String value(FittedKnob k, double value) {
        return FORMAT.withDigits(4).text(value, k.knob().key().endsWith("Seconds") ? Dimension.SECONDS
                : Dimension.FRACTION);
    }
}
