package io.headroom.check.audit.judge;

import io.headroom.check.audit.Agreement;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Credence;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Open;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Wording;
import io.headroom.check.audit.relate.Derivation;
import io.headroom.estimate.Metric;
import io.headroom.format.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Why a claim was judged so, in sentences that show their arithmetic. */
final class Reasons {

    private final Claim claim;
    private final Reckoning reckoning;
    private final Optional<PlanFacts> facts;
    private final Optional<Limits> limits;
    private final String card;

    Reasons(Claim claim, Reckoning reckoning, Optional<PlanFacts> facts, Optional<Limits> limits, String card) {
        this.card = card;
        this.limits = limits;
        this.claim = claim;
        this.reckoning = reckoning;
        this.facts = facts;
    }

    List<Sentence> of(Credence verdict, double planned, double bound, double kindest) {
        List<Sentence> reasons = new ArrayList<>();
        reckoning.wrong(claim).forEach(wrong -> reasons.add(Sentence.of(text(wrong))));
        reckoning.equations(claim).filter(Derivation::holds).findFirst()
                .ifPresent(right -> reasons.add(Sentence.of(text(right))));
        if (verdict == Credence.IMPOSSIBLE) {
            reasons.addAll(beyond(bound, kindest));
        }
        reckoning.disputes(claim).forEach(dispute -> reasons.add(Sentence.of(dispute)));
        boolean isStated = claim.metric().equals(Measure.SUPPORT) || facts.map(f -> f.isStated(claim.metric())).orElse(true);
        if (Double.isFinite(planned) && isCompared(verdict) && isStated) {
            reasons.add(Sentence.of(compared(planned)));
        }
        if (verdict == Credence.UNKNOWN && claim.role() != Claim.Role.REQUIREMENT) {
            (Double.isFinite(planned) ? missing() : Optional.of(Unjudged.why(claim))).map(Sentence::of).ifPresent(reasons::add);
        }
        return reasons;
    }

    private static boolean isCompared(Credence verdict) {
        return switch (verdict) {
            case CONSISTENT, OPTIMISTIC, PESSIMISTIC, CONTRADICTS -> true;
            case IMPOSSIBLE, UNKNOWN -> false;
        };
    }

    private String compared(double planned) {
        return switch (claim.metric()) {
            case Measure.SUPPORT -> card;
            case Measure.EXPERT_MODULES_PER_GPU -> "The plan gives " + Math.round(planned) + " a GPU: every replica holds all of them, and "
                    + "a GPU its experts of each layer of its stage.";
            default -> "The plan gives " + in(planned) + apart(planned) + ".";
        };
    }

    /** How far the claim is from the plan, where it does not agree. */
    private String apart(double planned) {
        double factor = Math.max(claim.si() / planned, planned / claim.si());
        return Agreement.holds(claim.written(), planned) || !Double.isFinite(factor) ? "" : ", " + Wording.factor(factor)
                + (claim.si() > planned ? " less" : " more");
    }

    private List<Sentence> beyond(double bound, double kindest) {
        if (!Double.isFinite(kindest)) {
            return List.of(Sentence.of("A GPU has less memory than that."));
        }
        boolean isCeiling = Limits.isCeiling(claim.metric());
        boolean isBeyondRead = isCeiling ? claim.si() > bound : claim.si() < bound;
        boolean isOneBound = Math.abs(bound - kindest) <= Agreement.SHARE * Math.abs(bound);
        boolean isTighter = isCeiling ? kindest < bound : kindest > bound;
        boolean hasGaps = facts.filter(f -> !f.read().open().isEmpty()).isPresent();
        String most = isCeiling ? "at most " : "at least ";
        String favour = !hasGaps ? "Memory bandwidth allows " : isTighter
                ? "Memory bandwidth allows, with every gap of the text filled in its favour, "
                : "With every gap of the text filled in its favour: ";
        String asRead = isOneBound || isTighter ? "Beyond the bound: " : "With the gaps of the text filled as assumed: ";
        List<Sentence> reasons = new ArrayList<>();
        if (isBeyondRead) {
            reasons.add(Sentence.of(asRead + most + in(bound)).and(why(limits.flatMap(l -> l.why(claim.metric(), bound))))
                    .and(off(bound) + ownCeiling(bound)));
        }
        if (!isOneBound) {
            reasons.add(Sentence.of(favour + most + in(kindest))
                    .and(why(limits.flatMap(l -> l.kindestWhy(claim.metric(), kindest)))).and(off(kindest)));
        }
        return reasons;
    }

    private Sentence why(Optional<Sentence> formula) {
        return formula.map(figures -> Sentence.of(" (").and(Wording.beside(claim.written(), figures)).and(")"))
                .orElse(Sentence.of(""));
    }

    /** What is left of a bound of computing where the text itself counts with less than the peak of a GPU. */
    private String ownCeiling(double bound) {
        double peak = facts.flatMap(PlanFacts::estimate).map(e -> e.peakFlops()).orElse(Double.NaN);
        return claim.metric().startsWith("throughput.outputTokens") ? reckoning.stated(claim.subject(), Measure.FLOPS_PER_GPU)
                .filter(own -> own.si() < peak && !Agreement.holds(own.written(), peak)).map(own -> " With the "
                        + Wording.of(own.written()) + " of " + Wording.place(own) + " it is " + in(bound * own.si() / peak) + ".")
                .orElse("") : "";
    }

    private String off(double bound) {
        double factor = Math.max(claim.si() / bound, bound / claim.si());
        return (Double.isFinite(factor) ? ", " + Wording.factor(factor) + " off" : "") + ".";
    }

    private Optional<String> missing() {
        String open = facts.filter(f -> !f.isStated(claim.metric())).stream().flatMap(f -> f.missing(claim.metric()))
                .map(Reasons::word).collect(Collectors.joining(", ")).replaceFirst(", (?=[^,]*$)", " or ");
        if (claim.metric().equals(Metric.PARAMS_TOTAL.id()) && !open.isEmpty()) {
            return Optional.of("Taken as given: the text states no widths of the model to count it from.");
        }
        return open.isEmpty() ? Optional.empty() : Optional.of("Not computable: the text does not state " + open + ".");
    }

    private static String word(Open open) {
        return switch (open) {
            case SHAPE -> "the widths of the model";
            case ACTIVE_PARAMETERS -> "the parameters that a token uses";
            case HARDWARE -> "the speeds of the accelerator";
            case PRECISION -> "the number formats";
            case LAYOUT -> "the parallel degrees";
            case BATCH -> "how many requests run at once";
            case LENGTHS -> "the input and output tokens";
        };
    }

    private String text(Derivation derivation) {
        return formula(derivation) + (derivation.holds() ? "." : ", not " + Wording.of(claim.written()) + ".");
    }

    /** "2.86 GB + 3.16 GB = 6.02 GB": a relation with what was put in and what comes out. */
    static String formula(Derivation derivation) {
        Relation relation = derivation.relation();
        List<String> operands = IntStream.range(0, relation.operands().size())
                .mapToObj(i -> operand(relation.operands().get(i), derivation.given().get(i))).toList();
        String value = Wording.in(relation.result().written(), derivation.value());
        return switch (relation.kind()) {
            case SUM -> String.join(" + ", operands) + " = " + value;
            case PRODUCT -> String.join(" × ", operands) + " = " + value;
            case QUOTIENT -> String.join(" / ", operands) + " = " + value;
            case DIFFERENCE -> String.join(" − ", operands) + " = " + value;
            case CHANGE -> "From " + operands.get(0) + " to " + operands.get(1) + " is "
                    + (derivation.given().get(1) < derivation.given().get(0) ? "−" : "+") + value;
            case GAINS -> "1 + " + String.join(" + ", operands) + " = " + value;
            case MEAN -> "The mean of " + String.join(", ", operands) + " is " + value;
            case TIME_OF_WORK -> String.join(" / ", operands) + " = " + value + " at least";
            case RATE_OF_WORK -> String.join(" / ", operands) + " = " + value + " at most";
            case WORST_CHANGE -> "The largest fall is " + value + worst(derivation.worstPair());
            case SAME -> "Elsewhere it is " + value;
        };
    }

    private static String operand(Claim claim, double given) {
        boolean isCorrected = Math.abs(given - claim.si()) > 1e-9 * Math.abs(claim.si());
        return isCorrected ? Wording.in(claim.written(), given) + " (corrected)" : Wording.operand(claim);
    }

    private static String worst(List<Claim> pair) {
        return pair.isEmpty() ? "" : " (" + Measure.label(pair.get(1).metric()) + " of " + pair.get(1).subject() + ", from " + Wording.of(pair.get(0).written())
                + " to " + Wording.of(pair.get(1).written()) + " in " + Wording.place(pair.get(1)) + ")";
    }

    private String in(double si) {
        return Wording.in(claim.written(), si);
    }
}
