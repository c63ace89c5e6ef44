package io.headroom.ui.chart;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Kind;
import io.headroom.ui.chart.canvas.Limit;
import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.List;

/** What a chart with upright bars shows, whichever it is; the fields are those of {@link StackedBars.Model}. */
record Columns(String title, String subtitle, String categoryName, List<Kind> kinds, List<Bar> bars,
        List<Limit> limits, String ghostName, String peakName, Formatter formatter, Dimension dimension,
        String condition, String emptyReason) {

    private static final double TIGHT_SLOT = 12;
    private static final double PLOT_SHARE = 0.85;

    Columns {
        kinds = List.copyOf(kinds);
        bars = List.copyOf(bars);
        limits = List.copyOf(limits);
        for (Bar bar : bars) {
            if (bar.values().size() != kinds.size()) {
                throw new IllegalArgumentException(bar.label() + " needs one value for each of " + kinds);
            }
        }
    }

    boolean isEmpty() {
        return !emptyReason.isEmpty() || bars.isEmpty();
    }

    /** Whether all of it holds only under a condition. */
    boolean isGreyed() {
        return !condition.isEmpty();
    }

    double highest() {
        double highest = 0;
        for (Bar bar : bars) {
            highest = Math.max(highest, bar.highest());
        }
        return highest;
    }

    Bar worst() {
        Bar worst = bars.getFirst();
        for (Bar bar : bars) {
            worst = bar.total() > worst.total() ? bar : worst;
        }
        return worst;
    }

    String text(double value) {
        return formatter.text(value, dimension);
    }

    String place(Bar bar) {
        return categoryName.isEmpty() ? bar.label() : categoryName + " " + bar.label();
    }

    /** The limit that judges, or NaN. */
    double limit() {
        return limits.isEmpty() ? Double.NaN : limits.getFirst().value();
    }

    /** Whether slots are so narrow in a chart of this width that a mark has to stand for the second bar of a pair. */
    boolean isTight(double width) {
        return bars.size() * TIGHT_SLOT > width * PLOT_SHARE;
    }

    List<Heading.Entry> legend(double width) {
        List<Heading.Entry> entries = new ArrayList<>();
        if (isEmpty()) {
            return entries;
        }
        for (int k = 0; k < kinds.size(); k++) {
            int kind = k;
            if (bars.stream().anyMatch(bar -> bar.values().get(kind) > 0)) {
                entries.add(Heading.Entry.of(kinds.get(k)));
            }
        }
        if (!peakName.isEmpty()) {
            entries.add(isTight(width) ? new Heading.Entry(peakName, Ink.TEXT, Heading.Mark.LEVEL)
                    : new Heading.Entry(peakName, Ink.MUTED, Heading.Mark.PEAK));
        }
        if (!ghostName.isEmpty()) {
            entries.add(new Heading.Entry(ghostName, Ink.BASELINE, Heading.Mark.HOLLOW));
        }
        return entries;
    }

    /** What a part of a bar says when asked. */
    String explain(Bar bar, int k) {
        double value = bar.values().get(k);
        String words = place(bar) + " · " + kinds.get(k).name() + "\n" + text(value) + " of " + text(bar.total());
        return bar.ghost().size() > k
                ? words + "\n" + formatter.delta(value - bar.ghost().get(k), dimension) + " against " + ghostName
                : words;
    }

    String explainPeak(Bar bar) {
        return place(bar) + " · " + peakName + "\n" + text(bar.peak());
    }

    String sentence() {
        if (isEmpty()) {
            return title + ": " + emptyReason;
        }
        Bar worst = worst();
        String value = text(worst.total());
        StringBuilder words = new StringBuilder(title).append(": ").append(condition.isEmpty() ? "" : condition + ", ");
        words.append(bars.size() == 1 ? value : "largest " + place(worst) + " " + value);
        if (!limits.isEmpty()) {
            words.append(" of ").append(limits.getFirst().sentence());
        }
        if (worst.hasPeak()) {
            words.append(", ").append(text(worst.peak())).append(' ').append(peakName);
        }
        return words.toString();
    }
}
