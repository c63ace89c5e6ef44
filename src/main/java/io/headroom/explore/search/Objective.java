package io.headroom.explore.search;

import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a best plan is best at. Of equals the one with fewer GPUs, then with more tokens per GPU, then the first wins. */
public enum Objective {
    FEWEST_GPUS("gpus", "Fewest GPUs", List.of(Metric.GPUS)),
    CHEAPEST("cost", "Cheapest output tokens", List.of(Metric.COST_PER_MILLION_TOKENS)),
    LOWEST_TTFT("ttft", "Lowest TTFT", List.of(Metric.TTFT_BURST_LAST, Metric.TTFT_STEADY, Metric.TTFT_BURST_MEAN,
            Metric.TTFT_BURST_FIRST, Metric.TTFT_ALONE)),
    LOWEST_TPOT("tpot", "Lowest TPOT", List.of(Metric.TPOT_STEADY, Metric.DECODE_STEP)),
    MOST_TOKENS_PER_GPU("tokens-per-gpu", "Most output tokens per GPU", List.of(Metric.OUTPUT_TOKENS_PER_GPU)),
    MOST_TOKENS("tokens", "Most output tokens", List.of(Metric.OUTPUT_TOKENS)),
    /** The smallest of memory and every hard limit, each as a factor. */
    MOST_HEADROOM("headroom", "Most headroom", List.of());

    private final String id;
    private final String label;
    private final List<Metric> metrics;

    Objective(String id, String label, List<Metric> metrics) {
        this.id = id;
        this.label = label;
        this.metrics = metrics;
    }

    /** The name in commands and files. */
    public String id() {
        return id;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** The objective of this id. */
    public static Optional<Objective> byId(String id) {
        return Arrays.stream(values()).filter(o -> o.id.equals(id)).findFirst();
    }

    /** What it compares in {@code plan}: of several metrics the one that the plan limits; empty for the headroom. */
    public Optional<Metric> metric(Plan plan) {
        for (Requirement requirement : plan.requirements()) {
            Optional<Metric> limited = Metric.byId(requirement.metric()).filter(metrics::contains);
            if (limited.isPresent()) {
                return limited;
            }
        }
        return metrics.stream().findFirst();
    }

    /** What {@code found} reaches, NaN where that is not known. */
    public double value(Found found) {
        return metric(found.plan()).map(found.estimate()::get).orElse(found.headroom());
    }

    /** Whether more of what it compares in {@code plan} is better. */
    public boolean isMoreBetter(Plan plan) {
        return metric(plan).map(Metric::isMoreBetter).orElse(true);
    }

    /** Whether {@code a} is better than {@code b}; what is not known is better than nothing. */
    public boolean isBetter(Found a, Found b) {
        return isMoreBetter(a.plan()) ? value(a) > value(b) : value(a) < value(b);
    }
}
