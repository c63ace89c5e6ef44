package io.headroom.cli.output;

import io.headroom.explore.simulate.Distribution;
import io.headroom.explore.simulate.SimulationInput;
import io.headroom.explore.simulate.SimulationOutcome;
import io.headroom.explore.simulate.Spread;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonText;
import io.headroom.json.Location;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan that was played through, as text for people or JSON for programs.
 *
 * @param plan the plan
 * @param input how it was played
 * @param outcome what came out
 */
public record SimulationPrint(Plan plan, SimulationInput input, SimulationOutcome outcome) {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);
    private static final int LABEL_WIDTH = 38;
    private static final int VALUE_WIDTH = 14;
    private static final String[] QUANTILES = {"mean", "p50", "p90", "p99"};

    /** All of {@code played}, under the key {@code plans}: SI units, a number that is not known is left out. */
    public static JsonObject json(List<SimulationPrint> played) {
        return JsonObject.builder().put("plans", JsonArray.of(played.stream().map(SimulationPrint::json).toList()))
                .build();
    }

    private JsonObject json() {
        JsonObject.Builder metrics = JsonObject.builder();
        boolean isSaturated = false;
        List<String> reasons = reasons();
        if (outcome instanceof Distribution d) {
            d.metrics().forEach(metrics::put);
            isSaturated = d.isSaturated();
        }
        return JsonObject.builder().put("name", plan.name()).put("policy", input.policy().id())
                .put("arrivals", input.arrivals().id()).put("seed", input.seed()).put("metrics", metrics.build())
                .put("saturated", isSaturated)
                .put("reasons", JsonArray.of(reasons.stream().map(text -> new JsonText(text, Location.NONE)).toList()))
                .build();
    }

    private List<String> reasons() {
        return switch (outcome) {
            case Distribution _ -> List.of();
            case SimulationOutcome.Refused refused -> refused.reasons();
            case SimulationOutcome.Cancelled _ -> List.of("It was told to stop.");
        };
    }

    /** Line by line, for people. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(plan.name() + ": " + input.policy().id() + ", " + input.arrivals().id() + ", seed " + input.seed());
        if (outcome instanceof Distribution d) {
            numbers(d, lines);
        } else {
            lines.add("");
            lines.add("  No numbers");
            reasons().forEach(reason -> lines.add("    " + reason));
        }
        return lines;
    }

    private static void numbers(Distribution d, List<String> lines) {
        if (d.isSaturated()) {
            lines.add("  Saturated: more requests come than end; the longer one looks, the longer they wait.");
        }
        lines.add("");
        lines.add("  What requests saw");
        spread("TTFT", "ttft", d.ttft(), lines);
        spread("TPOT", "tpot", d.tpot(), lines);
        spread("E2E latency", "e2e", d.endToEnd(), lines);
        lines.add("");
        lines.add("  Throughput of the system");
        row("Requests", d.requestsPerSecond(), Dimension.REQUESTS_PER_SECOND, "throughput.requests", lines);
        row("Output tokens", d.outputTokensPerSecond(), Dimension.TOKENS_PER_SECOND, "throughput.outputTokens", lines);
        row("Input and output tokens", d.totalTokensPerSecond(), Dimension.TOKENS_PER_SECOND,
                "throughput.totalTokens", lines);
        row("Requests there, on average", d.meanConcurrency(), Dimension.COUNT, "concurrency.mean", lines);
        lines.add("");
        lines.add("  A replica, on average");
        row("Sequences that decode", d.meanBatch(), Dimension.COUNT, "batch.mean", lines);
        row("Prompts not read yet", d.meanQueue(), Dimension.COUNT, "queue.mean", lines);
        row("Prompts not read yet, at most", d.largestQueue(), Dimension.COUNT, "queue.max", lines);
        row("KV cache promised to requests", d.cacheOccupancy(), Dimension.FRACTION, "kv.occupancy", lines);
        lines.add("");
        lines.add("  Counted " + FORMAT.text(d.requests(), Dimension.COUNT) + " requests of a replica in "
                + FORMAT.text(d.seconds(), Dimension.SECONDS) + ", " + FORMAT.text(d.steps(), Dimension.COUNT)
                + " steps played.");
    }

    private static void spread(String label, String id, Spread spread, List<String> lines) {
        double[] values = {spread.mean(), spread.p50(), spread.p90(), spread.p99()};
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                row(label + ", " + QUANTILES[i], values[i], Dimension.SECONDS, id + "." + QUANTILES[i], lines);
            }
        }
    }

    private static void row(String label, double value, Dimension dimension, String id, List<String> lines) {
        String text = FORMAT.text(value, dimension);
        lines.add("    " + label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()))
                + " ".repeat(Math.max(0, VALUE_WIDTH - text.length())) + text + "  " + id);
    }
}
