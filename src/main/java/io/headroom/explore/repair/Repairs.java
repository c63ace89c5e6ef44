package io.headroom.explore.repair;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.Finding.Severity;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.memory.MemoryEstimate;
import io.headroom.format.Dimension;
import io.headroom.format.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every finding of a plan with the smallest single edits that would mend it, and what the plan has more than it needs.
 *
 * <p>All candidates (a few hundred notches, formats and switches around the plan) are judged once by the same
 * estimator, and every problem takes those that free it: of each input the nearest, smallest change first, those that
 * break something else behind. No range is guessed: what a repair says is what the plan would say with it.
 */
public final class Repairs {

    /** More would be a list that nobody reads. */
    private static final int MOST = 6;

    private static final Comparator<Repair> ORDER = Comparator.comparing(Repair::isClean).reversed()
            .thenComparing(Repair::change).thenComparing(r -> r.fix().label());

    /** Rules whose findings say what an engine does; to go to a wider format would silence them and mend nothing. */
    private static final Set<String> FACTS = Set.of("experts.padding");

    private Repairs() {
    }

    /** The findings of {@code judgement}, worst first, then what is more than needed; each with its repairs. */
    public static List<Diagnosis> of(Judgement judgement) {
        List<Evaluated> tried = Candidates.of(judgement.plan(), judgement.outcome()).stream()
                .map(edit -> Evaluated.of(edit, judgement)).filter(e -> !e.isNewlyIllegal()).toList();
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (Problem problem : problems(judgement)) {
            diagnoses.add(problem.diagnosis().with(repairs(problem, tried)));
        }
        judgement.findings().stream().filter(Repairs::isFact).map(Diagnosis::of).forEach(diagnoses::add);
        EarlierVersions.of(judgement).ifPresent(diagnoses::add);
        diagnoses.addAll(Surplus.of(judgement, tried));
        diagnoses.sort(Comparator.comparing(Diagnosis::severity));
        return List.copyOf(diagnoses);
    }

    private static List<Problem> problems(Judgement judgement) {
        List<Problem> problems = new ArrayList<>();
        if (judgement.outcome() instanceof Estimate estimate && !judgement.fits()) {
            problems.add(new Problem.Overflow(overflow(estimate.memory())));
        }
        for (int i = 0; i < judgement.requirements().size(); i++) {
            RequirementStatus status = judgement.requirements().get(i);
            if (status.isMissed()) {
                problems.add(new Problem.Missed(missed(status), i));
            }
        }
        judgement.findings().stream().filter(f -> !isFact(f)).map(Problem.BrokenRule::new).forEach(problems::add);
        return problems;
    }

    private static boolean isFact(Finding finding) {
        return FACTS.contains(finding.rule());
    }

    private static Diagnosis overflow(MemoryEstimate memory) {
        double needed = memory.worst().total();
        return new Diagnosis(Severity.ERROR, "memory.fits", Sentence.of("Stage " + memory.worstStage() + " needs ")
                .and(needed, Dimension.BYTES).and(" a GPU of ").and(memory.usableBytes(), Dimension.BYTES)
                .and(" usable: over by ").and(needed - memory.usableBytes(), Dimension.BYTES).and("."),
                "Formulas, section 3", List.of());
    }

    private static Diagnosis missed(RequirementStatus status) {
        return new Diagnosis(status.requirement().soft() ? Severity.NOTE : Severity.WARNING,
                "requirement." + status.requirement().metric(), missing(status), "the plan's own requirement", List.of());
    }

    /** What a diagnosis says of a missed requirement, in the unit of its limit. */
    public static Sentence missing(RequirementStatus status) {
        return Sentence.of(status.requirement().metric() + " is " + status.status().word() + ": " + status.text() + ".");
    }

    private static List<Repair> repairs(Problem problem, List<Evaluated> tried) {
        Map<String, Repair> best = new HashMap<>();
        for (Evaluated candidate : tried) {
            if (problem.isMendedIn(candidate.after())) {
                Repair repair = candidate.repair();
                best.merge(candidate.edit().side(), repair,
                        (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
            }
        }
        return best.values().stream().sorted(ORDER).limit(MOST).toList();
    }
}
