package io.headroom.check.audit.judge;

import io.headroom.catalog.Catalog;
import io.headroom.check.MetricBand;
import io.headroom.check.audit.Agreement;
import io.headroom.check.audit.Arithmetic;
import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Credence;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Written;
import io.headroom.check.audit.mistake.Mistakes;
import io.headroom.check.audit.relate.Derivation;
import io.headroom.estimate.Metric;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges one claim. In this order: beyond what physics allows of any reading of the plan, it is impossible; where the
 * text's own figures or another statement say otherwise, it contradicts; a measurement is true otherwise; where the text
 * states what is needed, it is compared with the plan; where it does not, it is unknown unless nothing but the text's
 * arithmetic bears on it.
 */
final class ClaimJudge {

    private final Claim claim;
    private final Reckoning reckoning;
    private final Optional<PlanFacts> facts;
    private final Catalog catalog;
    private final Arithmetic arithmetic;

    ClaimJudge(Claim claim, Reckoning reckoning, Optional<PlanFacts> facts, Catalog catalog) {
        this.claim = claim;
        this.reckoning = reckoning;
        this.facts = facts;
        this.catalog = catalog;
        this.arithmetic = reckoning.arithmetic(claim);
    }

    AuditedClaim judge() {
        double planned = claim.metric().equals(Measure.SUPPORT) ? CardSupport.of(claim, catalog)
                : facts.map(f -> f.computed(claim.metric())).orElse(Double.NaN);
        Optional<Limits> limits = facts.flatMap(f -> f.estimate().map(e -> new Limits(e, f.read().open())));
        double bound = limits.map(l -> l.bound(claim.metric(), claim.si())).orElse(Double.NaN);
        double kindest = limits.map(l -> l.kindestBound(claim.metric())).orElse(Double.NaN);
        Credence verdict = verdict(planned, kindest);
        double computed = computed(planned);
        boolean isOff = arithmetic == Arithmetic.WRONG || verdict.isAgainst();
        Optional<String> mistake = isOff ? mistake(planned) : Optional.empty();
        String card = claim.metric().equals(Measure.SUPPORT) ? CardSupport.text(claim, catalog) : "";
        return new AuditedClaim(claim, arithmetic, computed, bound, verdict, mistake,
                new Reasons(claim, reckoning, facts, limits, card).of(verdict, planned, bound, kindest));
    }

    private Credence verdict(double planned, double kindest) {
        if (isBeyond(kindest) || isMoreThanFits()) {
            return Credence.IMPOSSIBLE;
        }
        return switch (claim.role()) {
            case REQUIREMENT, INPUT -> Credence.UNKNOWN;
            case ALERT -> reckoning.disputes(claim).isEmpty() ? Credence.CONSISTENT : Credence.CONTRADICTS;
            case CLAIM, MEASUREMENT -> arithmetic == Arithmetic.WRONG || !reckoning.disputes(claim).isEmpty()
                    ? Credence.CONTRADICTS : ofPlan(planned);
        };
    }

    private Credence ofPlan(double planned) {
        boolean isStated = claim.metric().equals(Measure.SUPPORT)
                || facts.map(f -> f.isStated(claim.metric())).orElse(false);
        boolean isKnown = Double.isFinite(planned);
        if (isKnown || Metric.byId(claim.metric()).isPresent()) {
            if (reckoning.restsOnMeasurements(claim)) {
                return Credence.CONSISTENT;
            }
            if (!isKnown || !isStated) {
                boolean isCounted = PlanFacts.isCounted(claim.metric()) && (arithmetic == Arithmetic.HOLDS
                        || claim.metric().equals(Metric.GPUS.id()) && Agreement.holds(claim.written(), planned));
                return isCounted ? Credence.CONSISTENT : Credence.UNKNOWN;
            }
            return compared(planned);
        }
        return arithmetic == Arithmetic.HOLDS ? Credence.CONSISTENT : Credence.UNKNOWN;
    }

    private Credence compared(double planned) {
        if (Agreement.holds(claim.written(), planned)) {
            return Credence.CONSISTENT;
        }
        boolean isInBand = Metric.byId(claim.metric()).flatMap(metric -> facts.flatMap(PlanFacts::estimate)
                .flatMap(e -> MetricBand.of(metric, e))).filter(band -> claim.si() >= band.low() && claim.si() <= band.high()).isPresent();
        if (isInBand) {
            return Credence.CONSISTENT;
        }
        // peaks are stated with and without the share of them that is reached
        if (claim.metric().equals(Measure.FLOPS_PER_GPU)) {
            double peak = planned / facts.orElseThrow().read().plan().assumptions().constants().mfu();
            return Agreement.holds(claim.written(), peak) ? Credence.CONSISTENT : direction(planned);
        }
        return PlanFacts.isCounted(claim.metric()) ? Credence.CONTRADICTS : direction(planned);
    }

    private Credence direction(double planned) {
        return claim.si() > planned == isMoreBetter() ? Credence.OPTIMISTIC : Credence.PESSIMISTIC;
    }

    private boolean isMoreBetter() {
        return Metric.byId(claim.metric()).map(Metric::isMoreBetter).orElse(true);
    }

    private boolean isBeyond(double kindest) {
        if (!Double.isFinite(kindest) || Agreement.holds(exact(), kindest)) {
            return false;
        }
        boolean isCeiling = Limits.isCeiling(claim.metric());
        boolean isAbove = claim.si() > kindest;
        // "≤ 6 s" may be any smaller time, and "≥ 75 %" any larger share: what is claimed is that side of the bound
        Written.Bound written = claim.written().bound();
        return isCeiling ? isAbove && written != Written.Bound.AT_MOST
                : !isAbove && written != Written.Bound.AT_LEAST;
    }

    private Written exact() {
        Written w = claim.written();
        return new Written(w.value(), w.unit(), w.si(), w.step(), Written.Bound.EXACT);
    }

    /** A GPU holds no more than its memory. */
    private boolean isMoreThanFits() {
        double capacity = facts.map(f -> f.read().plan().hardware().gpu().hbmBytes()).orElse(Double.NaN);
        boolean isHeld = claim.metric().startsWith("memory.");
        double most = claim.metric().equals(Metric.MEMORY_UTILIZATION.id()) ? 1 : capacity;
        return isHeld && claim.role() != Claim.Role.REQUIREMENT && claim.si() > most
                && claim.written().bound() != Written.Bound.AT_MOST && !Agreement.holds(exact(), most);
    }

    private double computed(double planned) {
        Stream<Derivation> wrong = reckoning.wrong(claim);
        Stream<Derivation> right = Double.isFinite(planned) ? Stream.empty() : reckoning.equations(claim);
        return Stream.concat(wrong, right).findFirst().map(Derivation::value).orElse(planned);
    }

    private Optional<String> mistake(double planned) {
        if (Agreement.holds(claim.written(), planned)) {
            return Optional.empty();
        }
        boolean isStated = facts.map(f -> f.isStated(claim.metric())).orElse(false);
        return Mistakes.likely(claim, reckoning.wrong(claim).toList(), isStated ? planned : Double.NaN, reckoning.others(claim),
                facts.flatMap(PlanFacts::estimate), isStated);
    }
}
