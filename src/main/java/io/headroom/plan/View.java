package io.headroom.plan;

import java.util.List;

/**
 * What the window shows of a plan.
 *
 * @param starred inputs that the presentation mode shows, by key
 * @param pins metrics pinned for explanation, by id
 */
public record View(List<String> starred, List<String> pins) {

    /** Nothing chosen. */
    public static final View NONE = new View(List.of(), List.of());

    public View {
        starred = List.copyOf(starred);
        pins = List.copyOf(pins);
    }
}
