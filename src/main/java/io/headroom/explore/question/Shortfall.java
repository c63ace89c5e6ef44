package io.headroom.explore.question;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.Status;
import io.headroom.check.ThroughputReach;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.format.Scale;
import io.headroom.format.Unit;
import io.headroom.plan.Requirement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a missed requirement would take.
 *
 * @param status the requirement
 * @param factor how many times too little or too much
 * @param gpus the fewest GPUs of any layout that keep it and fit; empty where no number does
 * @param gpusText the same in words
 * @param revised the value, in the unit as written, to which it could be revised so that this plan keeps it with its
 *     margin; NaN where there is no number
 */
public record Shortfall(RequirementStatus status, double factor, OptionalLong gpus, String gpusText, double revised) {

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;
    private static final long MOST_GPUS = 1024;
    private static final int DIGITS = 3;
    private static final Scale PLAIN = new Scale("", 1, 0);

    /** Of every requirement that {@code now} misses, hard or soft. */
    public static List<Shortfall> of(Judgement now) {
        List<Shortfall> missing = new ArrayList<>();
        if (now.outcome() instanceof Estimate estimate) {
            for (int i = 0; i < now.requirements().size(); i++) {
                RequirementStatus status = now.requirements().get(i);
                if (status.isMissed()) {
                    missing.add(of(now, estimate, status, i));
                }
            }
        }
        return List.copyOf(missing);
    }

    private static Shortfall of(Judgement now, Estimate estimate, RequirementStatus status, int index) {
        double revised = revised(status);
        Metric metric = status.metric().orElseThrow();
        boolean isCeiling = isCeiling(status);
        if (metric == Metric.OUTPUT_TOKENS_PER_GPU && status.status() == Status.IMPOSSIBLE) {
            ThroughputReach reach = ThroughputReach.of(estimate, status).orElseThrow();
            long gpus = (long) Math.ceil(estimate.get(Metric.GPUS) * reach.factor() - 1e-9);
            return new Shortfall(status, status.factor(), OptionalLong.empty(), "no number of GPUs changes a figure per GPU; "
                    + Words.count((long) estimate.get(Metric.GPUS)) + " GPUs at the limit are the arithmetic "
                    + "of " + Words.count(gpus) + " GPUs at an MFU of " + FORMAT.text(reach.mfu(), Dimension.FRACTION)
                    + " (" + FORMAT.factor(reach.factor()) + ")", revised);
        }
        Optional<Judgement> fewest = new Layouts(now.plan()).fewest(MOST_GPUS,
                List.of(new Limit.Memory(), new Limit.Required(index, metric, isCeiling, status.limit())));
        if (fewest.isEmpty()) {
            return new Shortfall(status, status.factor(), OptionalLong.empty(),
                    "no layout of up to " + Words.count(MOST_GPUS) + " GPUs keeps it", revised);
        }
        long gpus = (long) fewest.get().estimate().orElseThrow().get(Metric.GPUS);
        return new Shortfall(status, status.factor(), OptionalLong.of(gpus), "it takes " + Words.count(gpus)
                + (gpus == 1 ? " GPU as " : " GPUs as ") + Words.degrees(fewest.get().plan().parallelism()), revised);
    }

    /** {@code "8.33× missing; it takes 200 GPUs as …; the requirement could be revised to 12 tokens/ms"}. */
    public String text() {
        String revision = Double.isNaN(revised) ? "" : "; the requirement could be revised to " + revisedText();
        return status.requirement().metric() + ": " + FORMAT.factor(factor) + " missing; " + gpusText + revision;
    }

    /** The value that this plan would keep, with its unit: "12 tokens/ms"; empty where there is none. */
    public String revisedText() {
        return Double.isNaN(revised) ? "" : FORMAT.tick(revised, PLAIN) + unit();
    }

    private String unit() {
        String unit = status.requirement().unit();
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static boolean isCeiling(RequirementStatus status) {
        return status.requirement().bound() == Requirement.Bound.AT_MOST;
    }

    /** What is reached, with the margin, rounded to three digits on the side that is kept. */
    private static double revised(RequirementStatus status) {
        double factor = Unit.of(status.requirement().unit()).map(Unit::factor).orElse(Double.NaN);
        double margin = status.requirement().margin();
        boolean isCeiling = isCeiling(status);
        double wanted = status.value() / (isCeiling ? 1 - margin : 1 + margin) / factor;
        if (!Double.isFinite(wanted)) {
            return Double.NaN;
        }
        return BigDecimal.valueOf(wanted).round(new MathContext(DIGITS,
                isCeiling ? RoundingMode.UP : RoundingMode.DOWN)).doubleValue();
    }
}
