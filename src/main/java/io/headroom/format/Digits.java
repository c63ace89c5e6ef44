package io.headroom.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal digits of a number, the same in every locale: a dot, thin spaces between thousands, a true minus sign.
 *
 * <p>At least {@code significant} digits are kept; the whole part is never rounded away (2 768 stays 2 768).
 */
final class Digits {

    /** Between thousands: U+2009. */
    static final char THIN_SPACE = '\u2009';

    /** U+2212, as wide as a plus. */
    static final char MINUS = '\u2212';

    private static final double LARGEST_PLAIN = 1e15;
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double[] POWERS =
        {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Digits() {
    }

    /** {@code value} with so many significant digits; things that are counted are better off with {@link #whole}. */
    static String significant(double value, int significant) {
        double magnitude = Math.abs(value);
        if (magnitude == 0) {
            return "0";
        }
        if (magnitude >= LARGEST_PLAIN || magnitude < SMALLEST_PLAIN) {
            return scientific(value, significant);
        }
        int decimals = Math.max(0, significant - 1 - roundedExponent(magnitude, significant));
        return fixed(value, decimals);
    }

    /** {@code value} with so many digits behind the dot. */
    static String fixed(double value, int decimals) {
        double scaled = Math.abs(value) * POWERS[Math.min(decimals, POWERS.length - 1)];
        if (decimals >= POWERS.length || scaled >= LARGEST_PLAIN || isNearTie(scaled)) {
            return exactlyFixed(value, decimals);
        }
        long digits = (long) Math.floor(scaled + 0.5);
        String plain = Long.toString(digits);
        if (plain.length() <= decimals) {
            plain = "0".repeat(decimals + 1 - plain.length()) + plain;
        }
        int dot = plain.length() - decimals;
        String sign = value < 0 && digits != 0 ? String.valueOf(MINUS) : "";
        return sign + grouped(plain.substring(0, dot)) + (decimals == 0 ? "" : "." + plain.substring(dot));
    }

    private static String exactlyFixed(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        String plain = rounded.abs().toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        String sign = rounded.signum() < 0 ? String.valueOf(MINUS) : "";
        return sign + grouped(whole) + (dot < 0 ? "" : plain.substring(dot));
    }

    /** Exponent of {@code magnitude} once it is rounded to so many digits: 9.996 in three is 10.0. */
    private static int roundedExponent(double magnitude, int significant) {
        int exponent = -4;
        while (exponent < 14 && magnitude >= (exponent < -1 ? 1 / POWERS[-exponent - 1] : POWERS[exponent + 1])) {
            exponent++;
        }
        int shift = significant - 1 - exponent;
        double digits = shift >= 0 ? shift < POWERS.length ? magnitude * POWERS[shift] : Double.NaN
                : magnitude / POWERS[-shift];
        if (Double.isNaN(digits) || isNearTie(digits) || isNearTie(digits + 0.5)) {
            return exponent(new BigDecimal(magnitude).round(new MathContext(significant, RoundingMode.HALF_UP)));
        }
        return Math.floor(digits + 0.5) >= POWERS[significant] ? exponent + 1 : exponent;
    }

    /** Whether binary rounding could decide which way a number is rounded; then decimal arithmetic has to. */
    private static boolean isNearTie(double scaled) {
        return Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-4;
    }

    /** {@code value} rounded to a whole number, in groups of three. */
    static String whole(double value) {
        return Math.abs(value) >= LARGEST_PLAIN ? scientific(value, 3) : fixed(value, 0);
    }

    private static String scientific(double value, int significant) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_UP));
        int exponent = exponent(rounded);
        String mantissa = fixed(rounded.scaleByPowerOfTen(-exponent).doubleValue(), significant - 1);
        StringBuilder text = new StringBuilder(mantissa).append("×10");
        if (exponent < 0) {
            text.append('⁻');
        }
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String grouped(String digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(THIN_SPACE);
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }
}
