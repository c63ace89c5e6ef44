package io.headroom.json;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A JSON number, kept as it is spelt so that nothing is lost before the reader knows what it needs.
 *
 * @param literal the digits as written
 * @param at where it begins
 */
public record JsonNumber(String literal, Location at) implements JsonValue {

    /** {@code value}, which is finite, such that it reads back the same. */
    public static JsonNumber of(double value) {
        return new JsonNumber(JsonWriter.number(value), Location.NONE);
    }

    /** The nearest double; empty where the number is too large for one or is not zero but becomes zero. */
    public OptionalDouble toDouble() {
        double value = Double.parseDouble(literal);
        if (Double.isInfinite(value) || value == 0 && !isZero()) {
            return OptionalDouble.empty();
        }
        // -0.0 would print as -0 and divide to minus infinity
        return OptionalDouble.of(value == 0 ? 0 : value);
    }

    /** The number where it is whole and fits a long, also when written 8.0 or 8e0. */
    public OptionalLong toLong() {
        if (isZero()) {
            return OptionalLong.of(0);
        }
        double near = Math.abs(Double.parseDouble(literal));
        // checked before BigDecimal, whose plain form of 1e1000000000 would fill the memory
        if (near < 0.5 || near > 0x1p63) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(new BigDecimal(literal).longValueExact());
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private boolean isZero() {
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c == 'e' || c == 'E') {
                return true;
            }
            if (c >= '1' && c <= '9') {
                return false;
            }
        }
        return true;
    }
}
