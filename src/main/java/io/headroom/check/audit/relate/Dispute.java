package io.headroom.check.audit.relate;

import io.headroom.check.audit.Claim;

/**
 * Another statement of the same text speaks against a claim.
 *
 * @param claim the claim
 * @param text what speaks against it, a sentence
 */
public record Dispute(Claim claim, String text) {
}
