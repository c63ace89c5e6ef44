package io.headroom.session.audit;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Wording;
import io.headroom.check.audit.judge.Audit;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;

/** The cells of a claim. */
public final class ClaimText {

    /** What stands where there is nothing to say. */
    public static final String NOTHING = "–";

    private static final double MILLION = 1e6;
    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    private ClaimText() {
    }

    /** What it was read as: the metric by its name, the scope behind it. */
    public static String reading(Claim claim) {
        return Measure.label(claim.metric()) + (claim.scope().isEmpty() ? "" : " (" + claim.scope() + ")");
    }

    /** The plan that it is about. */
    public static String plan(Claim claim) {
        return claim.subject().isEmpty() ? "the text as a whole" : claim.subject();
    }

    /** The number as written. */
    public static String claimed(Claim claim) {
        return isLong(claim) ? FORMAT.text(claim.si(), Dimension.PARAMETERS) : shortened(Wording.of(claim.written()));
    }

    // as the tiles have it: columns are narrow
    private static String shortened(String text) {
        return text.replace("tokens/", "tok/");
    }

    // "235 000 000 000 parameters" fits no column
    private static boolean isLong(Claim claim) {
        return claim.written().unit().equals("parameters") && claim.si() >= MILLION;
    }

    private static String in(Claim claim, double si) {
        return isLong(claim) ? FORMAT.text(si, Dimension.PARAMETERS) : shortened(Wording.in(claim.written(), si));
    }

    /** What the figures of the text or the plan give. */
    public static String computed(ClaimRow row) {
        return row.audited().filter(a -> Double.isFinite(a.computed()))
                .map(a -> in(a.claim(), a.computed())).orElse(NOTHING);
    }

    /** What physics allows, with the side of it that is allowed. */
    public static String bound(ClaimRow row) {
        return row.audited().filter(a -> Double.isFinite(a.bound()))
                .map(a -> (Audit.isMost(a.claim().metric()) ? "≤ " : "≥ ") + in(a.claim(), a.bound()))
                .orElse(NOTHING);
    }

    /** Claimed over computed. */
    public static String ratio(ClaimRow row) {
        return row.audited().filter(a -> Double.isFinite(a.ratio())).map(a -> Wording.factor(a.ratio())).orElse(NOTHING);
    }

    /** The verdict in words, with its sign; the arithmetic where it is wrong. */
    public static String verdict(ClaimRow row) {
        return switch (row.standing()) {
            case GIVEN, ASKED -> row.standing().glyph() + " " + row.standing().word()
                    + (row.verdict().isAgainst() ? ", " + row.verdict().word() : "");
            case OFF, HOLDS, UNKNOWN -> against(row);
        };
    }

    private static String against(ClaimRow row) {
        if (!row.isMiscalculated()) {
            return row.verdict().glyph() + " " + row.verdict().word()
                    + (row.claim().role() == Claim.Role.MEASUREMENT ? ", measured" : "");
        }
        // whoever computes wrongly contradicts himself: it needs no second word
        return switch (row.verdict()) {
            case IMPOSSIBLE -> "✗ impossible, arithmetic wrong";
            case CONTRADICTS, OPTIMISTIC, PESSIMISTIC, CONSISTENT, UNKNOWN -> "✗ arithmetic wrong";
        };
    }

    /** Where the text says it. */
    public static String line(Claim claim) {
        return claim.line() > 0 ? String.valueOf(claim.line()) : NOTHING;
    }
}
