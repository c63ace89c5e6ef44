package io.headroom.format;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a user's text says: a number, or a plain reason why it says none.
 *
 * <p>One grammar for every field, whatever the locale:
 * <pre>
 *   text    = [sign] digits [("." | ",") digits] [("e" | "E") [sign] digits] [suffix]
 *   sign    = "+" | "-" | "−"
 *   digits  = decimal digits of any script; groups of three may be set apart by spaces, "_" or "'"
 *   suffix  = "k" | "K" | "M" | "G" | "B" | "T" | "%" | a unit where the field has one
 * </pre>
 * A comma is a decimal comma ("1,5"); "1,024" could be meant either way and is refused with both spellings offered.
 * k, M, G (or B) and T are powers of 1 000, except in a {@link Mode#TOKEN_COUNT}, where k = 1 024 and M = 1 024²:
 * a context of "4k" has 4 096 tokens.
 */
public sealed interface NumberText {

    /** The longest text that is looked at. */
    int MAX_LENGTH = 64;

    /** What the suffixes mean. */
    enum Mode {
        /** k = 1 000. */
        PLAIN,
        /** k = 1 024; the number must be whole and not negative. */
        TOKEN_COUNT
    }

    /** The text says this number, in the SI unit of its dimension. */
    record Value(double number) implements NumberText {
    }

    /** The text says no number, because of this. */
    record Refused(String reason) implements NumberText {
    }

    /** Reads a bare number; "60 %" is 0.6. */
    static NumberText parse(String text) {
        return parse(text, Mode.PLAIN);
    }

    /** Reads a number whose suffixes mean what {@code mode} says. */
    static NumberText parse(String text, Mode mode) {
        return new NumberScanner(mode, null).read(text);
    }

    /**
     * Reads a number in a field that shows {@code shown}: bare numbers are in that unit, and every other unit of the
     * same dimension may be written ("0.5 s" in a field of milliseconds). The value comes back in SI units.
     */
    static NumberText parse(String text, Unit shown) {
        Mode mode = shown.dimension() == Dimension.TOKENS ? Mode.TOKEN_COUNT : Mode.PLAIN;
        return new NumberScanner(mode, shown).read(text);
    }

    /** What to type for {@code value} in a field of {@code unit}: all its digits, without grouping or unit. */
    static String typed(double value, Unit unit) {
        BigDecimal digits = BigDecimal.valueOf(value).divide(BigDecimal.valueOf(unit.factor()), MathContext.DECIMAL64);
        return digits.stripTrailingZeros().toPlainString();
    }
}
