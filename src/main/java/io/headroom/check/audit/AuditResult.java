package io.headroom.check.audit;

import java.util.List;

/**
 * A text and what came of its claims.
 *
 * @param report what was read
 * @param claims every claim in the order of the text, without mere inputs
 */
public record AuditResult(ClaimedReport report, List<AuditedClaim> claims) {

    public AuditResult {
        claims = List.copyOf(claims);
    }

    /** Whether something is wrong with some claim. */
    public boolean hasFindings() {
        return claims.stream().anyMatch(AuditedClaim::isOff);
    }

    /** How many claims are off, hold and are undecided; a requirement claims nothing. */
    public String summary() {
        List<AuditedClaim> stated = claims.stream().filter(a -> a.claim().role() != Claim.Role.REQUIREMENT).toList();
        long off = stated.stream().filter(AuditedClaim::isOff).count();
        long apart = stated.stream().filter(a -> a.isOff() && a.arithmetic() != Arithmetic.WRONG)
                .filter(a -> a.verdict() == Credence.OPTIMISTIC || a.verdict() == Credence.PESSIMISTIC).count();
        long open = stated.stream().filter(a -> !a.isOff() && a.verdict() == Credence.UNKNOWN).count();
        return stated.size() + " claims: " + off + " off"
                + (apart > 0 ? " (" + apart + " only better or worse than the estimate)" : "") + ", "
                + (stated.size() - off - open) + " hold, " + open + " undecided";
    }
}
