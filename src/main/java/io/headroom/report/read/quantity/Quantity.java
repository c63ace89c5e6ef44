package io.headroom.report.read.quantity;

import io.headroom.check.audit.Written;

/**
 * A number in a line of text.
 *
 * @param start its first character in the line, with a currency sign, without "≤" or "about"
 * @param end behind its last character, unit included
 * @param written the number in its unit
 * @param sort what it is a number of
 * @param rangeEnd whether it is the lower (-1) or upper (+1) end of a range, or no range (0)
 */
public record Quantity(int start, int end, Written written, Sort sort, int rangeEnd) {

    /** The value in SI units. */
    public double si() {
        return written.si();
    }

    /** This number read in another unit, whose SI size is {@code factor}. */
    public Quantity as(String unit, double factor, Sort value) {
        double per = written.si() == 0 || written.value() == 0 ? 1 : written.si() / written.value();
        Written w = new Written(written.value(), unit, written.value() * factor, written.step() / per * factor,
                written.bound());
        return new Quantity(start, end, w, value, rangeEnd);
    }

    /** This number with another bound. */
    public Quantity bounded(Written.Bound bound) {
        return new Quantity(start, end, new Written(written.value(), written.unit(), written.si(), written.step(),
                bound), sort, rangeEnd);
    }
}
