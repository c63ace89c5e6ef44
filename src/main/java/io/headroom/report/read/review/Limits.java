package io.headroom.report.read.review;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Claim.Role;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Written;
import io.headroom.estimate.Metric;
import io.headroom.plan.Extras;
import io.headroom.plan.Figure;
import io.headroom.plan.Requirement;
import io.headroom.plan.Requirement.Bound;
import io.headroom.report.read.claim.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Requirements and figures of plans from the numbers of a report. */
final class Limits {

    private static final Pattern COMPUTED_ELSEWHERE = Pattern.compile("quality\\.(?!degradation).*|utilization\\.gpu|load\\.variance");
    private static final Pattern SCOPES = Pattern.compile("|claimed|actual|1M tokens/day");
    private static final int TELLING_DIGITS = 2;

    private Limits() {
    }

    /** What the report asks of every plan; its alert levels where it asks nothing. */
    static List<Requirement> requirements(Facts facts, double capacityBytes, List<OpenPoint> open) {
        Map<String, Requirement> limits = new LinkedHashMap<>();
        for (Found f : facts.numbers()) {
            Claim c = f.claim();
            if ((c.role() == Role.REQUIREMENT && c.scope().matches("|p\\d\\d") || f.target()) && isComputed(c.metric())) {
                limits.putIfAbsent(c.metric(), limit(c, bound(c.metric()), false));
            }
        }
        ratios(facts, limits, open);
        if (limits.isEmpty()) {
            alerts(facts, limits, open);
        } else if (facts.any("memory.capacity").isPresent()) {
            limits.putIfAbsent("memory.total", new Requirement("memory.total", Bound.AT_MOST, capacityBytes / 1e9, "GB", 0, false,
                    Extras.NONE));
        }
        return List.copyOf(limits.values());
    }

    // "19M+ tokens/s per GPU (190× requirement)" says what the requirement is where nothing else does
    private static void ratios(Facts facts, Map<String, Requirement> limits, List<OpenPoint> open) {
        for (Found f : facts.numbers()) {
            String after = f.passage().text().substring(Math.min(f.quantity().end(), f.passage().text().length()));
            if (!f.claim().metric().equals(Measure.RATIO) || !after.matches("(?is)^\\s*(?:the )?(?:requirement|target)\\b.*")) {
                continue;
            }
            Optional<Claim> value = facts.numbers().stream().filter(o -> o.passage().equals(f.passage()) && o.quantity().end()
                    <= f.quantity().start() && isComputed(o.claim().metric())).map(Found::claim).reduce((a, b) -> b);
            value.filter(v -> v.metric().startsWith("throughput") && f.claim().si() > 0).ifPresent(v -> {
                double si = rounded(v.si() / f.claim().si());
                if (limits.putIfAbsent(v.metric(), new Requirement(v.metric(), Bound.AT_LEAST, si / 1000, "tokens/ms", 0, false,
                        Extras.NONE)) == null) {
                    open.add(new OpenPoint("", null, v.metric(), "The requirement is not stated; line " + v.line() + " makes it the value over "
                            + io.headroom.json.JsonWriter.number(f.claim().si()) + "."));
                }
            });
        }
    }

    private static double rounded(double value) {
        return new java.math.BigDecimal(value).round(new java.math.MathContext(TELLING_DIGITS)).doubleValue();
    }

    private static void alerts(Facts facts, Map<String, Requirement> limits, List<OpenPoint> open) {
        for (Found f : facts.numbers()) {
            Claim c = f.claim();
            String metric = c.metric().equals("ttft.p99") ? "ttft.alone" : c.metric();
            if (c.role() == Role.ALERT && isComputed(metric)) {
                // told when it is above: wanted at most
                Bound bound = c.written().bound() == Written.Bound.AT_LEAST ? Bound.AT_MOST : Bound.AT_LEAST;
                boolean latency = metric.startsWith("ttft") || metric.startsWith("e2e") || metric.startsWith("tpot");
                limits.putIfAbsent(metric, new Requirement(metric, bound, c.written().value(), c.written().unit(), 0, !latency, Extras.NONE));
            }
        }
        if (!limits.isEmpty()) {
            open.add(new OpenPoint("", null, "", "The report states no requirements. Its first alert level of each metric is taken as one: "
                    + "latencies as limits, the others as wishes."));
        }
    }

    private static Requirement limit(Claim c, Bound bound, boolean soft) {
        return new Requirement(c.metric(), bound, c.written().value(), c.written().unit(), 0, soft, Extras.NONE);
    }

    private static Bound bound(String metric) {
        boolean more = metric.startsWith("throughput") || metric.startsWith("mfu") || metric.startsWith("mbu") || metric.equals("batch.max")
                || metric.equals("context.max");
        return more ? Bound.AT_LEAST : Bound.AT_MOST;
    }

    private static boolean isComputed(String metric) {
        return java.util.Arrays.stream(Metric.values()).anyMatch(m -> m.id().equals(metric)) || metric.matches("(?:ttft|tpot|e2e)\\.p\\d\\d");
    }

    /** What the report claims and measured of {@code subject}, each once. */
    static List<Figure> figures(Facts facts, String subject, String reportName) {
        List<Figure> figures = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Found f : facts.numbers()) {
            Claim c = f.claim();
            boolean said = c.role() == Role.CLAIM || c.role() == Role.MEASUREMENT || c.metric().equals("cost.perHour")
                    || c.metric().equals("params.total");
            boolean mine = c.subject().equals(subject) || c.subject().isEmpty() && f.passage().cell() == null || isForAll(c, facts);
            if (said && mine && c.role() != Role.REQUIREMENT && SCOPES.matcher(c.scope()).matches() && f.quantity().rangeEnd() == 0
                    && (isComputed(c.metric()) || COMPUTED_ELSEWHERE.matcher(c.metric()).matches())
                    && seen.add(c.metric() + " " + Math.round(Math.log(Math.max(c.si(), 1e-12)) * 1e6))) {
                figures.add(new Figure(c.metric(), c.written().value(), c.written().unit().isEmpty() ? unit(c.metric()) : c.written().unit(),
                        c.role() == Role.MEASUREMENT ? Figure.Kind.MEASURED : Figure.Kind.CLAIMED, source(reportName, f), Extras.NONE));
            }
        }
        return figures;
    }

    // the price and the size of the model are those of every plan
    private static boolean isForAll(Claim c, Facts facts) {
        return c.metric().equals("cost.perHour") || c.metric().equals("params.total");
    }

    private static String unit(String metric) {
        return metric.equals("gpus") ? "GPUs" : "";
    }

    private static String source(String reportName, Found f) {
        List<String> path = f.passage().path();
        return reportName + ", line " + f.claim().line() + (path.isEmpty() ? "" : ", '" + path.getLast() + "'");
    }
}
