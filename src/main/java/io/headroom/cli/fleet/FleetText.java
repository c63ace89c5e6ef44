package io.headroom.cli.fleet;

import io.headroom.cli.output.Table;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.explore.fleet.Deployment;
import io.headroom.explore.fleet.FleetAnswer;
import io.headroom.explore.fleet.FleetObjective;
import io.headroom.explore.fleet.FleetPlan;
import io.headroom.explore.fleet.Offer;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.fleet.Fleet;
import io.headroom.plan.fleet.Pool;
import io.headroom.plan.fleet.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What carries a fleet's demands, for people. */
final class FleetText {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);
    private static final int REASONS = 3;

    private FleetText() {
    }

    static List<String> of(FleetPlan plan) {
        Fleet fleet = plan.fleet();
        List<String> lines = new ArrayList<>();
        lines.add((fleet.name().isEmpty() ? "" : fleet.name() + ": ") + count(fleet.traffic().size()) + " demands on "
                + count(fleet.pools().size()) + " types of GPU; " + FORMAT.share(fleet.utilization())
                + " of what replicas carry at steady load within their limits is planned for.");
        for (FleetAnswer answer : plan.answers()) {
            lines.add("");
            boolean isRepeated = answer != plan.answers().getFirst()
                    && answer.deployments().equals(plan.answers().getFirst().deployments());
            lines.addAll(isRepeated ? List.of(answer.objective().label() + ": the same.") : answer(fleet, answer));
        }
        if (plan.answers().size() == 1) {
            lines.add("");
            lines.add("No type has a price, so no cost is known.");
        }
        for (Traffic traffic : fleet.traffic()) {
            lines.addAll(whyNot(plan, traffic));
        }
        return lines;
    }

    private static List<String> answer(Fleet fleet, FleetAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(answer.objective().label() + ": " + head(answer));
        Table table = new Table(4, "demand", "model", "on", "layout", "replicas", "GPUs", "batch", "carries", "used", "TTFT",
                "TPOT", "$/hour");
        for (Deployment d : answer.deployments()) {
            Estimate e = d.replica().estimate();
            table.add(d.traffic().name(), d.traffic().plan().model().name(), d.pool().name(),
                    LayoutLabel.of(d.replica().plan()), count(d.replicas()), count(d.gpus()),
                    count(d.replica().plan().workload().concurrentRequests()),
                    FORMAT.text(d.requestsPerSecond(), Dimension.REQUESTS_PER_SECOND),
                    FORMAT.share(used(answer, d.traffic())), text(e, Metric.TTFT_STEADY), text(e, Metric.TPOT_STEADY),
                    money(d.costPerHour()));
        }
        if (!answer.deployments().isEmpty()) {
            lines.addAll(table.lines());
            lines.add("  " + fleet.pools().stream().map(pool -> pool.name() + ": " + count(answer.gpus(pool))
                    + (pool.available() == Pool.UNLIMITED ? "" : " of " + count(pool.available())))
                    .collect(Collectors.joining("; ")));
        }
        return lines;
    }

    private static String head(FleetAnswer answer) {
        String sum = count(answer.gpus()) + " GPUs, " + money(answer.costPerHour()) + (answer.gap() > 0
                ? ", at most " + FORMAT.share(answer.gap()) + " above the least" : "");
        String without = answer.uncarried().isEmpty() ? "" : ", without "
                + answer.uncarried().stream().map(Traffic::name).collect(Collectors.joining(", "));
        return switch (answer.kind()) {
            case CARRIED -> answer.deployments().isEmpty() ? "no demand has a layout that passes"
                    + (answer.objective() == FleetObjective.LEAST_COST ? " on a type with a price" : "") : sum + without;
            case TOO_FEW -> "there are too few GPUs" + without + (answer.deployments().isEmpty() ? ""
                    : "; with as many as are wanted it would take " + sum + ":");
            case UNKNOWN -> "no way was found with the GPUs there are, and none was ruled out" + without
                    + (answer.deployments().isEmpty() ? "" : "; with as many as are wanted it would take " + sum + ":");
        };
    }

    /** Share of what the replicas of {@code traffic} carry that arrives. */
    private static double used(FleetAnswer answer, Traffic traffic) {
        return traffic.requestsPerSecond() / answer.deployments().stream().filter(d -> d.traffic().equals(traffic))
                .mapToDouble(Deployment::requestsPerSecond).sum();
    }

    /** Types on which {@code traffic} has no layout. */
    private static List<String> whyNot(FleetPlan plan, Traffic traffic) {
        List<String> lines = new ArrayList<>();
        for (Offer offer : plan.offers(traffic)) {
            if (!offer.replicas().isEmpty()) {
                continue;
            }
            if (lines.isEmpty()) {
                lines.add("");
                lines.add(traffic.name() + " (" + traffic.plan().model().name() + ") has no replica on");
            }
            lines.add("  " + offer.pool().name() + ", up to "
                    + count(Math.min(offer.pool().available(), plan.fleet().gpusPerReplica())) + " GPUs: " + offer.whyNot() + rejected(offer));
            offer.nearest().ifPresent(miss -> lines.add("    nearest: " + words(miss)));
        }
        return lines;
    }

    private static String rejected(Offer offer) {
        return offer.result().map(result -> result.rejected().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())).limit(REASONS)
                .map(e -> count(e.getValue()) + " by " + e.getKey())
                .collect(Collectors.joining(", ", " (plans rejected: ", ")"))).orElse("");
    }

    private static String words(Offer.Miss miss) {
        Estimate e = miss.layout().estimate();
        String layout = LayoutLabel.of(e.plan()) + ", batch " + count(e.plan().workload().concurrentRequests()) + ": ";
        return miss.limit().map(limit -> layout + limit.metric().id() + " is " + text(e, limit.metric()) + ", the limit "
                + FORMAT.text(limit.value(), limit.metric().dimension()) + " (" + FORMAT.factor(miss.factor()) + " of it)")
                .orElseGet(() -> layout + text(e, Metric.MEMORY_TOTAL) + " a GPU, usable "
                        + text(e, Metric.MEMORY_CAPACITY) + " (" + FORMAT.factor(miss.factor()) + " of it)");
    }

    private static String text(Estimate estimate, Metric metric) {
        double value = estimate.get(metric);
        return Double.isNaN(value) ? Formatter.NONE : FORMAT.text(value, metric.dimension());
    }

    private static String money(double perHour) {
        return Double.isNaN(perHour) ? "cost not known" : FORMAT.text(perHour, Dimension.DOLLARS_PER_HOUR);
    }

    private static String count(long n) {
        return FORMAT.text(n, Dimension.COUNT);
    }
}
