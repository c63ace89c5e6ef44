package io.headroom.check.audit.judge;

import io.headroom.check.audit.Agreement;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Credence;
import io.headroom.check.audit.Open;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Wording;
import io.headroom.check.audit.relate.Derivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a claim was judged so, in sentences that show their arithmetic. */
final class Reasons {

    private final Claim claim;
    private final Reckoning reckoning;
    private final Optional<PlanFacts> facts;

    Reasons(Claim claim, Reckoning reckoning, Optional<PlanFacts> facts) {
        this.claim = claim;
        this.reckoning = reckoning;
        this.facts = facts;
    }

    List<String> of(Credence verdict, double planned, double bound, double kindest) {
        List<String> reasons = new ArrayList<>();
        reckoning.wrong(claim).forEach(wrong -> reasons.add(text(wrong)));
        reckoning.equations(claim).filter(Derivation::holds).findFirst()
                .ifPresent(right -> reasons.add(text(right)));
        if (verdict == Credence.IMPOSSIBLE) {
            reasons.addAll(beyond(bound, kindest));
        }
        reasons.addAll(reckoning.disputes(claim));
        boolean isStated = facts.map(f -> f.isStated(claim.metric())).orElse(true);
        if (Double.isFinite(planned) && isCompared(verdict) && isStated) {
            reasons.add("The plan gives " + in(planned) + ".");
        }
        if (verdict == Credence.UNKNOWN && Double.isFinite(planned)) {
            missing().ifPresent(reasons::add);
        }
        return reasons;
    }

    private static boolean isCompared(Credence verdict) {
        return switch (verdict) {
            case CONSISTENT, OPTIMISTIC, PESSIMISTIC, CONTRADICTS -> true;
            case IMPOSSIBLE, UNKNOWN -> false;
        };
    }

    private List<String> beyond(double bound, double kindest) {
        if (!Double.isFinite(kindest)) {
            return List.of("A GPU has less memory than that.");
        }
        boolean isCeiling = Limits.isCeiling(claim.metric());
        boolean isBeyondRead = isCeiling ? claim.si() > bound : claim.si() < bound;
        boolean isOneBound = Math.abs(bound - kindest) <= Agreement.SHARE * Math.abs(bound);
        String most = isCeiling ? "at most " : "at least ";
        String favour = facts.filter(f -> !f.read().open().isEmpty()).isPresent()
                ? "With every gap of the text filled in its favour: " : "Memory bandwidth allows ";
        return Stream.of(isBeyondRead ? "Beyond the bound: " + most + in(bound) + off(bound) : "",
                isOneBound ? "" : favour + most + in(kindest) + off(kindest)).filter(text -> !text.isEmpty()).toList();
    }

    private String off(double bound) {
        double factor = Math.max(claim.si() / bound, bound / claim.si());
        return (Double.isFinite(factor) ? ", " + Wording.factor(factor) + " off" : "") + ".";
    }

    private Optional<String> missing() {
        String open = facts.filter(f -> !f.isStated(claim.metric())).stream().flatMap(f -> f.missing(claim.metric()))
                .map(Reasons::word).collect(Collectors.joining(", "));
        return open.isEmpty() ? Optional.empty() : Optional.of("The text does not state: " + open + ".");
    }

    private static String word(Open open) {
        return switch (open) {
            case SHAPE -> "widths of the model";
            case ACTIVE_PARAMETERS -> "parameters that a token uses";
            case HARDWARE -> "speeds of the accelerator";
            case PRECISION -> "number formats";
            case LAYOUT -> "parallel degrees";
            case BATCH -> "requests at once";
            case LENGTHS -> "input and output tokens";
        };
    }

    private String text(Derivation derivation) {
        Relation relation = derivation.relation();
        List<String> operands = relation.operands().stream().map(Wording::operand).toList();
        String value = in(derivation.value());
        String formula = switch (relation.kind()) {
            case SUM -> String.join(" + ", operands) + " = " + value;
            case PRODUCT -> String.join(" × ", operands) + " = " + value;
            case QUOTIENT -> String.join(" / ", operands) + " = " + value;
            case DIFFERENCE -> String.join(" − ", operands) + " = " + value;
            case CHANGE -> "from " + operands.get(0) + " to " + operands.get(1) + " are " + value;
            case GAINS -> "1 + " + String.join(" + ", operands) + " = " + value;
            case MEAN -> "the mean of " + String.join(", ", operands) + " is " + value;
            case TIME_OF_WORK -> String.join(" / ", operands) + " = " + value + " at least";
            case RATE_OF_WORK -> String.join(" / ", operands) + " = " + value + " at most";
            case WORST_CHANGE -> "the largest fall is " + value;
            case SAME -> "elsewhere it is " + value;
        };
        return formula + (derivation.holds() ? "." : ", not " + Wording.of(claim.written()) + ".");
    }

    private String in(double si) {
        return Wording.in(claim.written(), si);
    }
}
