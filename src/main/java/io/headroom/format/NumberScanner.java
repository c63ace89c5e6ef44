package io.headroom.format;

import java.util.Optional;
import java.util.OptionalDouble;

/** Reads one text by the grammar of {@link NumberText}. */
final class NumberScanner {

    private static final String SEPARATORS = " \u00A0\u2009\u202F_'’";

    private final NumberText.Mode mode;
    private final Unit shown;
    private String text;
    private int at;

    NumberScanner(NumberText.Mode mode, Unit shown) {
        this.mode = mode;
        this.shown = shown;
    }

    NumberText read(String input) {
        text = input == null ? "" : input.strip();
        at = 0;
        if (text.isEmpty()) {
            return new NumberText.Refused("Type a number");
        }
        if (text.length() > NumberText.MAX_LENGTH) {
            return new NumberText.Refused("Longer than " + NumberText.MAX_LENGTH + " characters");
        }
        try {
            String number = number();
            double value = Double.parseDouble(number) * multiplier(text.substring(at).strip());
            return checked(value);
        } catch (Unreadable e) {
            return new NumberText.Refused(e.getMessage());
        }
    }

    private NumberText checked(double value) {
        if (!Double.isFinite(value)) {
            return new NumberText.Refused("Too large");
        }
        if (mode == NumberText.Mode.TOKEN_COUNT) {
            if (value != Math.rint(value)) {
                return new NumberText.Refused("Tokens are whole: " + text + " is not");
            }
            if (value < 0) {
                return new NumberText.Refused("Tokens cannot be negative");
            }
        }
        return new NumberText.Value(value + 0.0);
    }

    /** The number in Java's spelling; stops before the suffix. */
    private String number() {
        String sign = sign();
        String whole = groups();
        String fraction = "";
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            boolean comma = text.charAt(at++) == ',';
            fraction = digits();
            refuseAmbiguous(comma, whole, fraction);
        }
        if (whole.isEmpty() && fraction.isEmpty()) {
            throw new Unreadable("Not a number: “" + text + "”");
        }
        return sign + (whole.isEmpty() ? "0" : whole) + "." + (fraction.isEmpty() ? "0" : fraction) + exponent();
    }

    /** "1,024" is one thousand in one country and one in another; "0,125" and "1,5" are not in doubt. */
    private void refuseAmbiguous(boolean comma, String whole, String fraction) {
        boolean more = at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == '.');
        if (more) {
            throw new Unreadable("Write thousands as 1 024 or 1024, decimals as 0.5");
        }
        boolean looksGrouped = whole.length() <= 3 && !whole.isEmpty() && !whole.startsWith("0");
        if (comma && fraction.length() == 3 && looksGrouped) {
            throw new Unreadable("Could be %1$s%2$s or %1$s.%2$s: write one of them".formatted(whole, fraction));
        }
    }

    private String sign() {
        char first = text.charAt(0);
        if (first != '+' && first != '-' && first != Digits.MINUS) {
            return "";
        }
        at++;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return first == '+' ? "" : "-";
    }

    /** Digits, of which those behind a separator come in threes. */
    private String groups() {
        StringBuilder all = new StringBuilder(digits());
        int first = all.length();
        while (separatorBeforeDigit()) {
            at++;
            String group = digits();
            if (group.length() != 3 || first > 3) {
                throw new Unreadable("Set digits apart by threes: 1 024");
            }
            all.append(group);
        }
        return all.toString();
    }

    private boolean separatorBeforeDigit() {
        return at > 0 && at + 1 < text.length() && SEPARATORS.indexOf(text.charAt(at)) >= 0
                && Character.isDigit(text.charAt(at + 1)) && Character.isDigit(text.charAt(at - 1));
    }

    private String digits() {
        StringBuilder ascii = new StringBuilder();
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            ascii.append((char) ('0' + Character.digit(text.charAt(at++), 10)));
        }
        return ascii.toString();
    }

    private String exponent() {
        if (at >= text.length() || Character.toLowerCase(text.charAt(at)) != 'e') {
            return "";
        }
        int start = at++;
        boolean negative = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == Digits.MINUS);
        if (negative || at < text.length() && text.charAt(at) == '+') {
            at++;
        }
        String power = digits();
        if (power.isEmpty() || power.length() > 3) {
            throw new Unreadable("Not a number: “" + text.substring(start) + "”");
        }
        return "e" + (negative ? "-" : "") + power;
    }

    private double multiplier(String suffix) {
        double toSi = shown == null ? 1 : shown.factor();
        if (suffix.isEmpty()) {
            return toSi;
        }
        Optional<Unit> unit = shown == null ? Optional.empty()
                : Unit.of(suffix).filter(u -> u.states(shown.dimension()));
        if (unit.isPresent()) {
            return unit.get().factor();
        }
        if (suffix.equals("%") && mode == NumberText.Mode.PLAIN && (shown == null || isFraction(shown))) {
            return 0.01;
        }
        OptionalDouble power = power(suffix);
        if (power.isPresent()) {
            return power.getAsDouble() * toSi;
        }
        throw new Unreadable("Unknown behind the number: “" + suffix + "”");
    }

    private static boolean isFraction(Unit unit) {
        return unit.dimension() == Dimension.FRACTION || unit.symbol().isEmpty();
    }

    private OptionalDouble power(String suffix) {
        double thousand = mode == NumberText.Mode.TOKEN_COUNT ? 1024 : 1000;
        return switch (suffix) {
            case "k", "K" -> OptionalDouble.of(thousand);
            case "m", "M" -> suffix.equals("M") || mode == NumberText.Mode.TOKEN_COUNT
                    ? OptionalDouble.of(thousand * thousand) : OptionalDouble.empty();
            case "G", "B" -> mode == NumberText.Mode.PLAIN ? OptionalDouble.of(1e9) : OptionalDouble.empty();
            case "T" -> mode == NumberText.Mode.PLAIN ? OptionalDouble.of(1e12) : OptionalDouble.empty();
            default -> OptionalDouble.empty();
        };
    }

    /** Why a text says no number; never leaves this class. */
    private static final class Unreadable extends RuntimeException {
        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }
}
