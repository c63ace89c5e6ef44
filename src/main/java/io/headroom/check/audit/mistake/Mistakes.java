package io.headroom.check.audit.mistake;

import io.headroom.check.audit.Agreement;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Wording;
import io.headroom.check.audit.relate.Derivation;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.format.Dimension;
import io.headroom.format.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The likely mistake behind a number: the known ones are tried on what should have come out, and the first kind that
 * gives the claimed number within the rule of {@link Agreement} is named. It is a guess, and said to be one.
 */
public final class Mistakes {

    private static final double THOUSAND = 1000;
    private static final double ROUGHLY = 1.5;

    private final Claim claim;
    private final Optional<Estimate> estimate;

    private Mistakes(Claim claim, Optional<Estimate> estimate) {
        this.claim = claim;
        this.estimate = estimate;
    }

    /**
     * The mistake that leads from {@code right} or from {@code wrong}'s operands to {@code claim}.
     *
     * @param wrong relations of the text that do not give the claim
     * @param right what should have come out, NaN where nobody knows
     * @param estimate the plan's numbers, if there are some
     * @param others what the text says of the same thing elsewhere
     * @param isStated whether the text states enough of the plan to try other readings of it
     */
    public static Optional<String> likely(Claim claim, List<Derivation> wrong, double right,
            List<Claim> others, Optional<Estimate> estimate, boolean isStated) {
        Mistakes mistakes = new Mistakes(claim, estimate);
        List<List<Candidate>> kinds = new ArrayList<>();
        wrong.forEach(derivation -> kinds.add(forgotten(derivation)));
        wrong.forEach(derivation -> kinds.add(mistakes.factors(derivation.value())));
        kinds.add(mistakes.factors(right));
        others.forEach(other -> kinds.add(mistakes.factors(other.si())));
        Optional<String> factor = kinds.stream().map(mistakes::nearest).flatMap(Optional::stream).findFirst();
        Optional<String> variant = isStated ? mistakes.nearest(mistakes.variants()) : Optional.empty();
        // "times 8" may be eight GPUs or eight heads for one: both are said
        Optional<String> both = factor.flatMap(f -> variant.map(v -> f + "; or " + v));
        return both.or(() -> factor).or(() -> variant).or(() -> mistakes.thousandfold(right));
    }

    /** An estimate need not be met to see that a number is about a thousand times off: a unit was mistaken. */
    private Optional<String> thousandfold(double right) {
        double far = claim.si() / right;
        double more = Math.max(far, 1 / far);
        return more > THOUSAND / ROUGHLY && more < THOUSAND * ROUGHLY ? factors(right).stream().filter(Candidate::isOfUnit)
                .filter(c -> Math.abs(Math.log(claim.si() / c.value())) < Math.log(ROUGHLY)).map(Candidate::text).findFirst()
                : Optional.empty();
    }

    private static List<Candidate> forgotten(Derivation derivation) {
        List<Candidate> all = new ArrayList<>();
        if (derivation.relation().kind() == Relation.Kind.SUM) {
            all.add(new Candidate("numbers of different units added as if they had one", derivation.sumOfNumbers()));
        }
        for (int i = 0; i < derivation.relation().operands().size(); i++) {
            all.add(new Candidate("left out: " + Wording.operand(derivation.relation().operands().get(i)),
                    derivation.without(i)));
        }
        return all;
    }

    private List<Candidate> factors(double right) {
        // decoding waits for memory: no MFU is in its times
        boolean isOfDecode = claim.metric().startsWith("decode.") || claim.metric().startsWith("tpot.");
        return new Factors(dimension(), estimate.map(Estimate::plan)).of(right).stream()
                .filter(c -> !isOfDecode || !c.text().startsWith("MFU")).toList();
    }

    private List<Candidate> variants() {
        if (claim.metric().equals(Measure.FLOP_PER_TOKEN)) {
            return estimate.map(e -> List.of(new Candidate("all experts counted for the chosen ones",
                    2 * e.get(Metric.PARAMS_TOTAL)))).orElse(List.of());
        }
        return estimate.flatMap(e -> Metric.byId(claim.metric()).map(metric -> new Variants(e, metric).all()))
                .orElse(List.of());
    }

    private Optional<Dimension> dimension() {
        return Metric.byId(claim.metric()).map(Metric::dimension)
                .or(() -> Unit.of(claim.written().unit()).map(Unit::dimension));
    }

    private Optional<String> nearest(List<Candidate> candidates) {
        return candidates.stream().filter(c -> Double.isFinite(c.value()) && c.value() > 0)
                .filter(c -> Math.abs(claim.si() - c.value()) <= slack(c.value()))
                .min(Comparator.comparingDouble(c -> Math.abs(Math.log(claim.si() / c.value()))))
                .map(Candidate::text);
    }

    /** A number of one digit fits many mistakes: a fifth of it at most counts as the same. */
    private double slack(double value) {
        return Math.min(Agreement.slack(claim.written(), value), 0.2 * value);
    }
}
