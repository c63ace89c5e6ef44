package io.headroom.check.legal;

import io.headroom.plan.Plan;

/** A whole number of a plan that is chosen from notches. */
public sealed interface Dial permits Degree, Load {

    /** Its name for people. */
    String label();

    /** Its value in {@code plan}. */
    int of(Plan plan);

    /** {@code plan} with another value of it. */
    Plan with(Plan plan, int value);
}
