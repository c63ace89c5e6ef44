package io.headroom.plan.fleet;

import io.headroom.plan.Hardware;

/**
 * Accelerators of one type.
 *
 * @param name what people call it
 * @param hardware the accelerator, its node and its price
 * @param available how many there are, at least 1
 */
public record Pool(String name, Hardware hardware, int available) {

    /** Accelerators of a type where nobody says how many there are: more than any fleet that is planned here. */
    public static final int UNLIMITED = 65_536;
}
