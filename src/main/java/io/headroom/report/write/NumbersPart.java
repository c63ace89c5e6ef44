package io.headroom.report.write;

import io.headroom.check.Judgement;
import io.headroom.estimate.Metric;
import io.headroom.format.Formatter;
import java.util.List;

/** Every number of the plan, with the band of measurements where one was earned. */
final class NumbersPart {

    private NumbersPart() {
    }

    static void write(ReportContent report, Blocks blocks) {
        Judgement now = report.judgement();
        if (now.estimate().isEmpty()) {
            return;
        }
        blocks.heading(2, "All numbers");
        boolean hasBands = now.plan().assumptions().isValidated();
        List<String> head = hasBands ? List.of("Metric", "Value", "p10–p90", "Id") : List.of("Metric", "Value", "Id");
        for (MetricGroup group : MetricGroup.values()) {
            List<List<String>> rows = group.metrics().stream().filter(metric -> Double.isFinite(now.value(metric)))
                    .map(metric -> row(now, metric, report.format(), hasBands)).toList();
            if (!rows.isEmpty()) {
                blocks.heading(3, group.title());
                blocks.table(head, rows, Blocks.columns(1, head.size() - 2), "numbers");
            }
        }
    }

    private static List<String> row(Judgement now, Metric metric, Formatter format, boolean hasBands) {
        String value = format.text(now.value(metric), metric.dimension());
        String band = now.band(metric).map(b -> b.text(metric, format)).orElse("");
        return hasBands ? List.of(metric.label(), value, band, metric.id()) : List.of(metric.label(), value, metric.id());
    }
}
