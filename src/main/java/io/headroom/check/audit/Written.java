package io.headroom.check.audit;

/**
 * A number as it was written.
 *
 * @param value without separators and magnitude: "6,400" is 6400, "19M+" is 19 in Mtokens/s
 * @param unit as the plan file spells it ("GB", "tokens/ms", "Mtokens/s", "%", "x" for times, "" for plain numbers);
 *     the text's own word where there is no such unit ("score")
 * @param si the value in SI units: percentages are fractions, "tokens/ms" are tokens/s
 * @param step one unit of the last digit written, in SI units: 1e7 for "6.82 GB"; 0 where it is exact
 * @param bound how the number stands to the thing: exact, about, at most, at least
 */
public record Written(double value, String unit, double si, double step, Bound bound) {

    /** What was written before or behind the number. */
    public enum Bound {
        /** Nothing: "6.82 GB". */
        EXACT,
        /** "~13 seconds", "about", "approximately". */
        ABOUT,
        /** "≤ 6 s", "< 8 s", "up to". */
        AT_MOST,
        /** "> 75 %", "19M+", "at least". */
        AT_LEAST
    }
}
