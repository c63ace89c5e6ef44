package io.headroom.check.audit.judge;

import io.headroom.check.audit.Agreement;
import io.headroom.check.audit.Arithmetic;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Wording;
import io.headroom.check.audit.relate.Derivation;
import io.headroom.check.audit.relate.Dispute;
import io.headroom.check.audit.relate.Disputes;
import io.headroom.check.audit.relate.FoundRelations;
import io.headroom.estimate.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text's own arithmetic, all of it: what the figures give for each claim, and what speaks against it.
 *
 * <p>Where a found relation shows a figure to be wrong, what the text computes with that figure is looked at again: it is
 * not wrong when it is right with the corrected figure, and it is disputed when it is right only with the wrong one
 * and every figure in it follows from others.
 */
final class Reckoning {

    private final Map<Claim, List<Derivation>> derivations = new LinkedHashMap<>();
    private final Map<Claim, Double> derived = new LinkedHashMap<>();
    private final Map<Claim, List<String>> disputes = new LinkedHashMap<>();

    private final List<Claim> measurements;
    private final List<Claim> claims;

    Reckoning(ClaimedReport report) {
        claims = report.claims();
        measurements = report.claims().stream().filter(claim -> claim.role() == Claim.Role.MEASUREMENT).toList();
        Disputes.of(report).forEach(this::dispute);
        for (Relation relation : FoundRelations.of(report)) {
            Derivation derivation = Derivation.of(relation);
            add(derivation);
            if (derivation.isEquation() && Double.isFinite(derivation.value())) {
                derived.putIfAbsent(relation.result(), derivation.holds() ? relation.result().si()
                        : derivation.value());
            }
        }
        report.relations().forEach(this::stated);
    }

    private void stated(Relation relation) {
        Derivation asWritten = Derivation.of(relation);
        Derivation corrected = Derivation.of(relation, claim -> derived.getOrDefault(claim, claim.si()));
        add(asWritten.holds() || !corrected.holds() ? asWritten : corrected);
        boolean isAllDerived = derived.keySet().containsAll(relation.operands());
        if (asWritten.holds() && !corrected.holds() && isAllDerived) {
            dispute(new Dispute(relation.result(), Wording.of(relation.result().written())
                    + " as written, but with what the text's other figures give it is " + Reasons.formula(corrected) + "."));
        }
    }

    private void add(Derivation derivation) {
        derivations.computeIfAbsent(derivation.relation().result(), _ -> new ArrayList<>()).add(derivation);
    }

    private void dispute(Dispute dispute) {
        disputes.computeIfAbsent(dispute.claim(), _ -> new ArrayList<>()).add(dispute.text());
    }

    /** Whether the text's figures give {@code claim}. A limit that is kept shows nothing, one that is broken does. */
    Arithmetic arithmetic(Claim claim) {
        if (wrong(claim).findAny().isPresent()) {
            return Arithmetic.WRONG;
        }
        return equations(claim).findAny().isPresent() ? Arithmetic.HOLDS : Arithmetic.NONE;
    }

    /** Relations that do not give {@code claim}. */
    Stream<Derivation> wrong(Claim claim) {
        return all(claim).filter(derivation -> !derivation.holds());
    }

    /** Relations that say what {@code claim} should be. */
    Stream<Derivation> equations(Claim claim) {
        return all(claim).filter(Derivation::isEquation);
    }

    /** What the text first says of {@code metric} of a plan. */
    Optional<Claim> stated(String subject, String metric) {
        return claims.stream().filter(c -> c.subject().equals(subject) && c.metric().equals(metric)).findFirst();
    }

    /** What the text says of the same metric of the same plan with another number. */
    List<Claim> others(Claim claim) {
        return claims.stream().filter(c -> c.role() == Claim.Role.CLAIM && c.subject().equals(claim.subject()) && !c.subject().isEmpty()
                && c.metric().equals(claim.metric()) && c.scopeOrPlain().equals(claim.scopeOrPlain()) && c.si() != claim.si())
                .filter(_ -> Metric.byId(claim.metric()).isPresent()).distinct().toList();
    }

    /** What other statements say against {@code claim}. */
    List<String> disputes(Claim claim) {
        return disputes.getOrDefault(claim, List.of());
    }

    /** Whether it is measured, or follows from figures that are: an estimate does not refute a measurement. */
    boolean restsOnMeasurements(Claim claim) {
        return claim.role() == Claim.Role.MEASUREMENT || repeatsMeasurement(claim) || rests(claim, 0);
    }

    private boolean repeatsMeasurement(Claim claim) {
        return measurements.stream().anyMatch(m -> m.subject().equals(claim.subject())
                && m.metric().equals(claim.metric()) && m.scopeOrPlain().equals(claim.scopeOrPlain())
                && Agreement.holds(claim.written(), m.written()));
    }

    private boolean rests(Claim claim, int depth) {
        return depth < 4 && equations(claim).filter(Derivation::holds).map(d -> d.relation().operands())
                .anyMatch(operands -> operands.stream().anyMatch(o -> o.role() != Claim.Role.INPUT)
                        && operands.stream().allMatch(o -> o.role() == Claim.Role.INPUT
                        || o.role() == Claim.Role.MEASUREMENT || rests(o, depth + 1)));
    }

    private Stream<Derivation> all(Claim claim) {
        return derivations.getOrDefault(claim, List.of()).stream().filter(d -> Double.isFinite(d.value()));
    }
}
