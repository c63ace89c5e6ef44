package io.headroom.session.validation;

import io.headroom.plan.Plan;
import io.headroom.validate.ValidatedRow;

/**
 * A measurement beside its estimate, in SI units.
 *
 * @param row the row and its estimate
 * @param origin who measured
 */
public record Point(ValidatedRow row, Origin origin) {

    /** Where a measurement comes from: published, from a file of one's own, or a figure of a plan. */
    public enum Origin { PUBLIC, IMPORTED, PLAN }

    /** The measurement in SI units. */
    public double measured() {
        return row.measured() * row.configuration().siPerUnit();
    }

    /** The estimate in SI units. */
    public double estimated() {
        return row.estimated() * row.configuration().siPerUnit();
    }

    /** The deployment that was measured. */
    public Plan plan() {
        return row.configuration().plan();
    }

    /** Whether somebody of this review measured it. */
    public boolean isOwn() {
        return origin != Origin.PUBLIC;
    }

    /** Whether a rule of screening speaks against it: it is shown and enters no table. */
    public boolean isDoubted() {
        return !row.doubt().isEmpty();
    }
}
