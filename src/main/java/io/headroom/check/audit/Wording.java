package io.headroom.check.audit;

import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.format.Scale;
import io.headroom.format.Sentence;
import io.headroom.format.Unit;

/**
 * Numbers of claims as text, computed ones in the unit in which the claim is written, so that both can be
 * compared whatever the units of the reader.
 */
public final class Wording {

    private static final Formatter DECIMAL = new Formatter(ByteUnits.GB);
    private static final Formatter BINARY = new Formatter(ByteUnits.GIB);
    // what was written is printed as it was written
    private static final Formatter EXACT = DECIMAL.withDigits(12);

    private Wording() {
    }

    /** "6.82 GB", "24.2 %", "4×". */
    public static String of(Written written) {
        String sign = switch (written.bound()) {
            case EXACT -> "";
            case ABOUT -> "~";
            case AT_MOST -> "≤ ";
            case AT_LEAST -> "≥ ";
        };
        return sign + joined(EXACT.tick(written.value(), new Scale("", 1, 0)), written.unit());
    }

    /** {@code si} in the unit of {@code written}, three digits. */
    public static String in(Written written, double si) {
        double factor = written.value() == 0 || written.si() == 0 ? 1 : written.si() / written.value();
        return joined(DECIMAL.tick(si / factor, new Scale("", 1, 0)), written.unit());
    }

    /** An operand: "16 GPUs of a replica" of a plan, "2.86 GB" of the text. */
    public static String operand(Claim claim) {
        boolean isOfPlan = claim.line() == 0 && claim.metric().isEmpty();
        return isOfPlan ? claim.text() : of(claim.written());
    }

    /** "line 51", or "the figure" of a plan file. */
    public static String place(Claim claim) {
        return claim.line() > 0 ? "line " + claim.line() : claim.text();
    }

    /** Writes sizes as {@code written} does: in GiB where it has GiB, else in GB. */
    public static Formatter like(Written written) {
        return written.unit().endsWith("iB") ? BINARY : DECIMAL;
    }

    /** {@code figures} behind a claim: where that is a size itself, in its units, else in those of the reader. */
    public static Sentence beside(Written written, Sentence figures) {
        boolean isSize = Unit.of(written.unit()).filter(unit -> unit.states(Dimension.BYTES)).isPresent();
        return isSize ? Sentence.of(figures.text(like(written))) : figures;
    }

    /** "1.78×". */
    public static String factor(double factor) {
        return DECIMAL.factor(factor);
    }

    private static String joined(String number, String unit) {
        return switch (unit) {
            case "", "score" -> number;
            case "x" -> number + "×";
            case "USD" -> "$" + number;
            case "GPUs", "heads", "layers", "experts", "requests" -> number + " "
                    + (number.equals("1") ? unit.substring(0, unit.length() - 1) : unit);
            // "1.2 M tokens/s", "235 B parameters"
            default -> number + " " + unit.replaceFirst("^([kMGBT])(?=tokens|parameters)", "$1 ");
        };
    }
}
