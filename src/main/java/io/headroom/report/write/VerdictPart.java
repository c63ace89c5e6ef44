package io.headroom.report.write;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.Status;
import io.headroom.estimate.Metric;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the plan is, in a line, in a word, in a few numbers, and against every limit. */
final class VerdictPart {

    private static final List<Metric> KEY = List.of(Metric.MEMORY_TOTAL, Metric.TTFT_BURST_LAST, Metric.TPOT_STEADY,
            Metric.OUTPUT_TOKENS_PER_GPU);

    private VerdictPart() {
    }

    static void write(ReportContent report, Blocks blocks) {
        Judgement now = report.judgement();
        Formatter format = report.format();
        blocks.heading(1, report.title());
        blocks.paragraph(subject(now.plan(), now, format), "subject");
        blocks.strong(now.verdict().toString() + (now.basis().isEmpty() ? "" : ", " + now.basis()),
                "verdict " + now.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        blocks.table(List.of("Figure", "Value", "Limit", "Baseline"), tiles(report), Blocks.columns(1, 1), "tiles");
        if (!now.condition().isEmpty()) {
            blocks.paragraph("The numbers are what would be " + now.condition() + ".");
        }
        blocks.heading(2, "Limits");
        if (now.requirements().isEmpty()) {
            blocks.paragraph("No limit is set: nobody said yet what this plan must reach.");
        }
        blocks.table(List.of("", "What is asked for", "How it stands"),
                now.requirements().stream().map(VerdictPart::limit).toList(), List.of(), "limits");
    }

    private static String subject(Plan plan, Judgement now, Formatter format) {
        String gpus = now.estimate().map(e -> format.text(e.get(Metric.GPUS), Metric.GPUS.dimension()) + " × ").orElse("");
        return "Plan " + plan.name() + ": " + plan.model().name() + " on " + gpus + plan.hardware().gpu().name()
                + ". An analytic estimate, not a measurement.";
    }

    private static List<List<String>> tiles(ReportContent report) {
        Set<Metric> shown = new LinkedHashSet<>(KEY);
        // what is limited stands in the place of what is not
        report.judgement().requirements().forEach(r -> r.metric().ifPresent(shown::add));
        return shown.stream().filter(m -> Double.isFinite(report.judgement().value(m)))
                .map(metric -> tile(report, metric)).toList();
    }

    private static List<String> tile(ReportContent report, Metric metric) {
        Judgement now = report.judgement();
        Formatter format = report.format();
        double value = now.value(metric);
        String limit = now.requirements().stream().filter(r -> r.metric().filter(m -> m == metric).isPresent())
                .findFirst().map(r -> r.status().glyph() + " limit " + format.text(r.limit(), metric.dimension()))
                .orElse(metric == Metric.MEMORY_TOTAL ? room(now, format) : "no limit set");
        String difference = !report.hasBaseline() ? "" : "△ "
                + format.delta(value - report.baseline().value(metric), metric.dimension()) + " against "
                + report.baseline().plan().name();
        return List.of(metric.label(), format.text(value, metric.dimension()), limit, difference);
    }

    private static String room(Judgement now, Formatter format) {
        double free = now.value(Metric.MEMORY_CAPACITY) - now.value(Metric.MEMORY_TOTAL);
        String of = "of " + format.text(now.value(Metric.MEMORY_CAPACITY), Metric.MEMORY_CAPACITY.dimension());
        return free < 0 ? Status.MISSED.glyph() + " " + of + ", over by "
                + format.text(-free, Metric.MEMORY_TOTAL.dimension())
                : Status.MET.glyph() + " " + of + ", " + format.share(free / now.value(Metric.MEMORY_CAPACITY)) + " free";
    }

    private static List<String> limit(RequirementStatus status) {
        String name = status.metric().map(Metric::label).orElse(status.requirement().metric());
        List<String> cells = new ArrayList<>();
        cells.add(status.status().glyph() + " " + status.status().word());
        cells.add(name + (status.requirement().soft() ? " (a wish)" : ""));
        cells.add(status.text());
        return cells;
    }
}
