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
        for (MetricGroup group : MetricGroup.values()) {
            List<List<String>> rows = group.metrics().stream().filter(metric -> Double.isFinite(now.value(metric)))
                    .map(metric -> row(now, metric, report.format())).toList();
            if (!rows.isEmpty()) {
                blocks.heading(3, group.title());
                blocks.table(List.of("Metric", "Value", "p10–p90", "Id"), rows, Blocks.columns(1, 2), "numbers");
            }
        }
    }

    private static List<String> row(Judgement now, Metric metric, Formatter format) {
        return List.of(metric.label(), format.text(now.value(metric), metric.dimension()),
                now.band(metric).map(band -> band.text(metric, format)).orElse(""), metric.id());
    }
}
