package io.headroom.validate;

import java.util.Locale;

/** What a fit has not seen of the row that it estimates: the less, the better it looks and the less it says of other rows. */
public enum HeldOut {
    NOTHING("the shipped fit", "These errors are in-fit: the profile was fitted to these rows. Choose above what a fit has not seen."),
    CONFIGURATION("a fit without the row's configuration", "Each row is estimated by a fit that has not seen its layout, lengths and "
            + "load, but others of its model there: what to expect of a model that was measured on the engine and accelerator."),
    MODEL("a fit without the row's model", "Each row is estimated by a fit that has not seen its model: what to expect of a model that "
            + "nobody measured."),
    ACCELERATOR("a fit without the row's accelerator", "Each row is estimated by a fit that has not seen its accelerator: what to expect "
            + "of one that nobody measured."),
    ENGINE("a fit without the row's engine", "Each row is estimated by a fit that has not seen its engine, with the constants of no "
            + "engine: what to expect where none is named or nobody measured it."),
    SOURCE("a fit without the row's source", "Each row is estimated by a fit that has not seen its source. Without aic, by far the "
            + "largest, hardly anything is known of today's engines.");

    private final String label;
    private final String meaning;

    HeldOut(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** By what a row is estimated. */
    public String label() {
        return label;
    }

    /** What its errors say, a sentence or two. */
    public String meaning() {
        return meaning;
    }

    /** Its column in {@code held-out.csv}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
