package io.headroom.report.write;

import io.headroom.catalog.Catalog;
import io.headroom.check.Judgement;
import io.headroom.check.audit.AuditResult;
import io.headroom.check.audit.ReviewClaims;
import io.headroom.check.audit.judge.Audit;
import io.headroom.explore.advice.Advice;
import io.headroom.explore.advice.FullJudgement;
import io.headroom.explore.compare.Comparison;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * What a report tells.
 *
 * @param title of the review
 * @param advice the plan that the report is about, judged, and what to do about it
 * @param comparison all plans of the review
 * @param plan index of the plan in {@code comparison}
 * @param audit what came of the review's claims; empty where it makes none
 * @param pictures charts of the plan, in their order
 * @param units how bytes are shown
 * @param planFile the review as a plan file
 */
public record ReportContent(String title, Advice advice, Comparison comparison, int plan, Optional<AuditResult> audit,
        List<Picture> pictures, ByteUnits units, String planFile) {

    public ReportContent {
        pictures = List.copyOf(pictures);
    }

    /**
     * The report of the plan at {@code plan}, without charts; nothing where {@code isWanted} turns false on the way.
     *
     * @param catalog what the audit of its claims looks up
     * @param planFile the review as a plan file
     */
    public static Optional<ReportContent> of(Review review, int plan, Catalog catalog, ByteUnits units,
            String planFile, BooleanSupplier isWanted) {
        List<Judgement> judged = new ArrayList<>();
        for (Plan each : review.plans()) {
            if (!isWanted.getAsBoolean()) {
                return Optional.empty();
            }
            judged.add(FullJudgement.of(each));
        }
        int baseline = IntStream.range(0, judged.size())
                .filter(i -> judged.get(i).plan().name().equals(review.baseline())).findFirst().orElse(0);
        Comparison comparison = Comparison.of(judged, baseline);
        boolean hasClaims = review.plans().stream().anyMatch(p -> !p.figures().isEmpty());
        Optional<AuditResult> audit = hasClaims
                ? Optional.of(Audit.of(ReviewClaims.of(review, (_, _) -> 0), catalog)) : Optional.empty();
        String title = review.name().isBlank() ? judged.get(plan).plan().name() : review.name();
        return Advice.of(judged.get(plan), isWanted).map(advice -> new ReportContent(title, advice, comparison, plan,
                audit, List.of(), units, planFile));
    }

    /** The same with charts. */
    public ReportContent with(List<Picture> drawn) {
        return new ReportContent(title, advice, comparison, plan, audit, drawn, units, planFile);
    }

    /** The plan that the report is about. */
    public Judgement judgement() {
        return advice.judgement();
    }

    /** What it is set against; itself where it is the baseline. */
    public Judgement baseline() {
        return comparison.plans().get(comparison.baseline());
    }

    /** Whether there is another plan to set this one against. */
    boolean hasBaseline() {
        return comparison.baseline() != plan;
    }

    /** How numbers are written. */
    public Formatter format() {
        return new Formatter(units);
    }
}
