package io.headroom.explore.repair;

import io.headroom.check.legal.Fix;

/**
 * A fix that might be tried.
 *
 * @param input what it changes, so that one input does not fill a list
 * @param fix the edit
 * @param steps how far it goes in doublings of the input, negative for halvings
 */
record Edit(String input, Fix fix, double steps) {

    /** The same distance upwards. */
    double distance() {
        return Math.abs(steps);
    }

    /** {@code input} with the way it is changed: the notches below and above are two answers. */
    String side() {
        return input + (steps > 0 ? " up" : " down");
    }
}
