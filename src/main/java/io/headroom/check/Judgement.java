package io.headroom.check;

import io.headroom.check.legal.Finding;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Outcome;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * A plan and everything that follows from it.
 *
 * @param plan the plan
 * @param outcome its numbers, or why there are none
 * @param findings what the rules say, worst first
 * @param requirements its limits beside what it reaches
 * @param verdict all of it in one word
 */
public record Judgement(Plan plan, Outcome outcome, List<Finding> findings, List<RequirementStatus> requirements,
        Verdict verdict) {

    public Judgement {
        findings = List.copyOf(findings);
        requirements = List.copyOf(requirements);
    }

    /** The numbers, where there are some. */
    public Optional<Estimate> estimate() {
        return outcome instanceof Estimate estimate ? Optional.of(estimate) : Optional.empty();
    }

    /** Whether no rule is broken. */
    public boolean isLegal() {
        return findings.stream().noneMatch(Finding::isError);
    }

    /** Whether every GPU's memory suffices; false where there are no numbers. */
    public boolean fits() {
        return outcome instanceof Estimate estimate && estimate.memory().fits();
    }

    /** Under what condition its numbers would hold: "if it fitted"; empty where they hold, or where there are none. */
    public String condition() {
        if (estimate().isEmpty() || isLegal() && fits()) {
            return "";
        }
        return isLegal() ? "if it fitted" : "if it were legal";
    }

    /** By what the verdict holds: "by the plan's assumptions", empty where constants were measured. */
    public String basis() {
        return switch (plan.assumptions().profile().id()) {
            case "plan" -> "by the plan's assumptions";
            case "ideal" -> "by ideal assumptions";
            default -> "";
        };
    }
}
