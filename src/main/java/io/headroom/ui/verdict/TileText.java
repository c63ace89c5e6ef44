package io.headroom.ui.verdict;

import io.headroom.estimate.Metric;
import io.headroom.explore.uncertainty.UncertaintyText;
import io.headroom.format.Formatter;
import io.headroom.session.Shown;
import io.headroom.session.figures.Reached;

/**
 * The words of a tile.
 *
 * @param name what it is
 * @param value the big number or word
 * @param unit behind it
 * @param note how it stands to its limit
 * @param aside how it stands to the baseline
 * @param band where measurements lie, or empty
 * @param ranges where it lies by the ranges of the plan's inputs, or empty
 */
record TileText(String name, String value, String unit, String note, String aside, String band, String ranges) {

    // the sign of the baseline, as on tabs and scales
    private static final String BASELINE = "△ ";

    static TileText of(String name, Reached reached, String note, Shown shown) {
        Formatter f = shown.format();
        return new TileText(name, f.value(reached.value(), reached.metric().dimension()),
                f.unit(reached.value(), reached.metric().dimension()), note, against(reached, shown),
                shown.now().band(reached.metric()).map(b -> "p10–p90 " + b.text(reached.metric(), f)).orElse(""),
                shown.doubt().band(reached.metric()).map(b -> "by ranges " + UncertaintyText.band(b, reached.metric(), f)
                        + (shown.doubt().isOld() ? " …" : "")).orElse(""));
    }

    /** "limit 30.0 s, 46 % free". */
    static String limit(Reached reached, Formatter f, String limitName) {
        Metric metric = reached.metric();
        if (!reached.hasLimit()) {
            return "no limit set";
        }
        String limit = limitName + " " + f.text(reached.limit(), metric.dimension());
        if (Double.isNaN(reached.value())) {
            return limit;
        }
        if (reached.isOver()) {
            String by = f.text(reached.excess(), metric.dimension());
            return Tone.OVER.glyph() + (reached.isCeiling() ? limit + ", over by " + by
                    : by + " short of " + f.text(reached.limit(), metric.dimension()));
        }
        return Tone.of(reached).glyph() + limit + ", " + f.share(reached.freeShare())
                + (reached.isCeiling() ? " free" : " above");
    }

    private static String against(Reached reached, Shown shown) {
        if (Double.isNaN(reached.difference()) || shown.isAgainstItself()) {
            return "";
        }
        return BASELINE + (reached.difference() == 0 ? "="
                : shown.format().delta(reached.difference(), reached.metric().dimension()));
    }

    String sentence() {
        return name + ": " + value + (unit.isEmpty() ? "" : " " + unit) + (note.isEmpty() ? "" : ", " + note)
                + (band.isEmpty() ? "" : ", " + band)
                + (ranges.isEmpty() ? "" : ", p10–p90 " + ranges)
                + (aside.isEmpty() ? "" : ", against the baseline " + aside.substring(BASELINE.length()));
    }
}
