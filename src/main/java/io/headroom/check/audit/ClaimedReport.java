package io.headroom.check.audit;

import java.util.List;
import java.util.Optional;

/**
 * What a text was read as: the reader only extracts, the audit judges.
 *
 * @param name title of the text
 * @param plans the plans it describes, each name once
 * @param claims every number it states, in the order of the text, operands of role INPUT included
 * @param relations what it says about its own figures; results and operands are among the claims
 * @param unread what was not understood
 */
public record ClaimedReport(String name, List<ReadPlan> plans, List<Claim> claims, List<Relation> relations,
        List<Unread> unread) {

    public ClaimedReport {
        plans = List.copyOf(plans);
        claims = List.copyOf(claims);
        relations = List.copyOf(relations);
        unread = List.copyOf(unread);
    }

    /** The plan that {@code claim} is about. */
    public Optional<ReadPlan> planOf(Claim claim) {
        return plans.stream().filter(read -> read.plan().name().equals(claim.subject())).findFirst();
    }
}
