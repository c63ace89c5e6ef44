package io.headroom.report.read.claim;

import io.headroom.check.audit.Claim;
import io.headroom.report.read.quantity.Quantity;
import io.headroom.report.read.structure.Passage;

/**
 * A number that was read, where it stands, and the claim it makes.
 *
 * @param passage the line or cell
 * @param quantity the number in it
 * @param claim what it says
 * @param target whether it is a target that the text says is reached: asked for and claimed at once
 */
public record Found(Passage passage, Quantity quantity, Claim claim, boolean target) {

    /** The same number read as another claim. */
    public Found with(Claim value) {
        return new Found(passage, quantity, value, target);
    }

    /** The same with another metric. */
    public Found metric(String metric) {
        Claim c = claim;
        return with(new Claim(c.line(), c.text(), c.subject(), metric, c.scope(), c.written(), c.role()));
    }

    /** The same about another plan. */
    public Found subject(String subject) {
        Claim c = claim;
        return with(new Claim(c.line(), c.text(), subject, c.metric(), c.scope(), c.written(), c.role()));
    }

    /** The same in another scope. */
    public Found scope(String scope) {
        Claim c = claim;
        return with(new Claim(c.line(), c.text(), c.subject(), c.metric(), scope, c.written(), c.role()));
    }

    /** The same in another role. */
    public Found role(Claim.Role role) {
        Claim c = claim;
        return with(new Claim(c.line(), c.text(), c.subject(), c.metric(), c.scope(), c.written(), role));
    }

    /** The same number read in another unit. */
    public Found quantity(Quantity value) {
        Claim c = claim;
        return new Found(passage, value, new Claim(c.line(), c.text(), c.subject(), c.metric(), c.scope(), value.written(),
                c.role()), target);
    }
}
