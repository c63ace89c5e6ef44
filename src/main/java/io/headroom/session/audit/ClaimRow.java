package io.headroom.session.audit;

import io.headroom.check.audit.Arithmetic;
import io.headroom.check.audit.AuditResult;
import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Credence;
import io.headroom.estimate.Metric;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A claim as the table has it.
 *
 * @param place its place in the text, from 0
 * @param claim the claim
 * @param audited what came of it; empty where it is taken as given
 * @param standing where it stands
 */
public record ClaimRow(int place, Claim claim, Optional<AuditedClaim> audited, Standing standing) {

    /** How bad a verdict is, the worst first: the order of a table that is sorted by verdict. */
    private static final List<Credence> WORST_FIRST = List.of(Credence.IMPOSSIBLE, Credence.CONTRADICTS, Credence.OPTIMISTIC,
            Credence.PESSIMISTIC, Credence.UNKNOWN, Credence.CONSISTENT);

    /** Every number of {@code result}'s text in its order, those that are taken as given among them. */
    static List<ClaimRow> of(AuditResult result) {
        Iterator<AuditedClaim> audited = result.claims().iterator();
        List<ClaimRow> rows = new ArrayList<>();
        for (Claim claim : result.report().claims()) {
            Optional<AuditedClaim> said = claim.role() == Claim.Role.INPUT ? Optional.empty() : Optional.of(audited.next());
            rows.add(new ClaimRow(rows.size(), claim, said, said.map(Standing::of).orElse(Standing.GIVEN)));
        }
        return List.copyOf(rows);
    }

    /** What is computed for it, if that is a metric of the program. */
    public Optional<Metric> metric() {
        return Metric.byId(claim.metric());
    }

    /** Whether the text's own figures do not give it. */
    public boolean isMiscalculated() {
        return audited.map(AuditedClaim::arithmetic).orElse(Arithmetic.NONE) == Arithmetic.WRONG;
    }

    /** Its verdict; unknown where it is taken as given. */
    public Credence verdict() {
        return audited.map(AuditedClaim::verdict).orElse(Credence.UNKNOWN);
    }

    /** Smaller is worse. */
    public int rank() {
        return switch (standing) {
            case OFF -> WORST_FIRST.indexOf(verdict()) * 2 + (isMiscalculated() ? 0 : 1);
            case UNKNOWN -> WORST_FIRST.size() * 2;
            case HOLDS -> WORST_FIRST.size() * 2 + 1;
            case ASKED, GIVEN -> WORST_FIRST.size() * 2 + 2;
        };
    }

    /** How far the claim is from what was computed, 0 = not at all; NaN where nothing was. */
    public double distance() {
        return audited.map(a -> Math.abs(Math.log(a.ratio()))).orElse(Double.NaN);
    }
}
