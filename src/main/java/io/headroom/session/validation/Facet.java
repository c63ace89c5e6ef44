package io.headroom.session.validation;

import io.headroom.validate.Grouping;

/** What rows can be filtered by. */
public enum Facet {
    SOURCE("Source", Grouping.SOURCE),
    MODEL("Model", Grouping.MODEL),
    GPU("GPU", Grouping.GPU),
    ENGINE("Engine", Grouping.ENGINE);

    private final String label;
    private final Grouping grouping;

    Facet(String label, Grouping grouping) {
        this.label = label;
        this.grouping = grouping;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    String of(Point point) {
        return grouping.of(point.row());
    }
}
