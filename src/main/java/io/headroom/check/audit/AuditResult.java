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
}
