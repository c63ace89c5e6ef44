package io.headroom.validate.fit;

import io.headroom.catalog.Knob;

/**
 * An assumption before and after the fit.
 *
 * @param knob which
 * @param before value that the plan had
 * @param after fitted value
 * @param low from here ...
 * @param high ... to here the root mean square error grows by at most one percentage point while the others stay
 */
public record FittedKnob(Knob knob, double before, double after, double low, double high) {

    // a figure whose range is as wide as itself is not known
    private static final double LOOSE = 1;

    /** Whether the measurements say little of it. */
    public boolean isLoose() {
        return high - low > LOOSE * after;
    }
}
