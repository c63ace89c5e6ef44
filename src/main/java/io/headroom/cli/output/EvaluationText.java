package io.headroom.cli.output;

import io.headroom.check.Binding;
import io.headroom.check.Judgement;
import io.headroom.check.MetricBand;
import io.headroom.check.RequirementStatus;
import io.headroom.check.ThroughputReach;
import io.headroom.check.Verdict;
import io.headroom.check.legal.Finding;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.estimate.Outcome;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import io.headroom.report.write.MetricGroup;
import java.util.ArrayList;
import java.util.List;

/** A judgement as text for people, line by line. */
public final class EvaluationText {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);
    private static final int LABEL_WIDTH = 38;
    private static final int VALUE_WIDTH = 14;
    private static final int ID_WIDTH = 36;

    private final Judgement judgement;
    private final List<String> lines = new ArrayList<>();

    private EvaluationText(Judgement judgement) {
        this.judgement = judgement;
    }

    /** Everything: metrics, what binds, limits and findings. */
    public static List<String> full(Judgement judgement) {
        EvaluationText text = new EvaluationText(judgement);
        text.heading();
        text.inputs();
        switch (judgement.outcome()) {
            case Estimate estimate -> text.numbers(estimate);
            case Outcome.Refused refused -> text.section("No numbers", refused.reasons());
        }
        text.section("Limits", text.limits());
        AdviceText.sections(judgement).forEach(text::section);
        return text.lines;
    }

    /** The verdict, the limits and the broken rules. */
    public static List<String> brief(Judgement judgement) {
        EvaluationText text = new EvaluationText(judgement);
        text.heading();
        text.limits().forEach(line -> text.lines.add("  " + line));
        judgement.findings().stream().filter(Finding::isError)
                .forEach(finding -> text.lines.add("  " + finding(finding)));
        return text.lines;
    }

    private void heading() {
        String basis = judgement.basis().isEmpty() || judgement.verdict() == Verdict.NOT_LEGAL
                ? "" : " (" + judgement.basis() + ")";
        lines.add(judgement.plan().name() + ": " + judgement.verdict() + basis);
    }

    private void inputs() {
        Plan plan = judgement.plan();
        Parallelism p = plan.parallelism();
        Workload w = plan.workload();
        lines.add("  " + plan.model().name() + " on " + plan.hardware().gpu().name());
        lines.add("  TP " + p.tensor() + " · PP " + p.pipeline() + " · DP " + p.data() + " · EP " + p.expert()
                + " · CP " + p.context() + (p.sequence() ? " · SP" : ""));
        lines.add("  " + w.concurrentRequests() + " concurrent requests, " + w.inputTokens() + " tokens in, "
                + w.outputTokens() + " out");
        lines.add("  " + basis(plan.assumptions()));
    }

    private static String basis(Assumptions a) {
        String engine = a.engine() == null ? "" : ", " + a.engine();
        String profile = "Profile " + a.profile().id() + engine;
        return a.isValidated() ? profile + ". Behind a time or rate: " + MetricBand.meaning(a)
                : profile + (a.given().isEmpty() ? "" : ", with figures of the plan's own") + ". No bands are earned";
    }

    private void numbers(Estimate estimate) {
        if (!judgement.condition().isEmpty()) {
            lines.add("  The numbers are what would be " + judgement.condition() + ".");
        }
        for (MetricGroup group : MetricGroup.values()) {
            section(group.title(), group.metrics().stream().filter(metric -> !Double.isNaN(judgement.value(metric)))
                    .map(this::row).toList());
        }
        List<String> bindings = new ArrayList<>();
        for (Binding.Phase phase : Binding.Phase.values()) {
            bindings.add(Binding.of(estimate, phase).text());
        }
        section("What binds", bindings);
    }

    private String row(Metric metric) {
        String row = padded(metric.label(), LABEL_WIDTH)
                + aligned(FORMAT.text(judgement.value(metric), metric.dimension())) + "  ";
        return judgement.band(metric).map(b -> row + padded(metric.id(), ID_WIDTH) + b.text(metric, FORMAT))
                .orElse(row + metric.id());
    }

    private List<String> limits() {
        List<String> texts = new ArrayList<>();
        for (RequirementStatus status : judgement.requirements()) {
            texts.add(status.status().glyph() + " " + status.requirement().metric() + " " + status.status().word()
                    + (status.requirement().soft() ? " (a wish)" : "") + ": " + status.text());
            if (status.fails()) {
                judgement.estimate().flatMap(estimate -> ThroughputReach.of(estimate, status))
                        .ifPresent(reach -> texts.add("    " + reach.text()));
            }
        }
        return texts;
    }

    private static String finding(Finding finding) {
        return finding.severity().glyph() + " " + finding.severity().word() + ": " + finding.text();
    }

    private void section(String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add("  " + title);
            content.forEach(line -> lines.add("    " + line));
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String aligned(String text) {
        return " ".repeat(Math.max(0, VALUE_WIDTH - text.length())) + text;
    }
}
