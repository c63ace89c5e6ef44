package io.headroom.session.settings;

import io.headroom.format.ByteUnits;
import java.util.ArrayList;
import java.util.List;

/**
 * What the program remembers from one start to the next.
 *
 * @param look light, dark or system
 * @param byteUnits GB or GiB
 * @param zoom size of text, 1 = normal
 * @param recent files opened last, newest first
 * @param bounds where the window was, or null
 */
public record Settings(String look, ByteUnits byteUnits, double zoom, List<String> recent, Bounds bounds) {

    /** Of a first start. */
    public static final Settings DEFAULT = new Settings("system", ByteUnits.GB, 1, List.of(), null);

    /** Files that are remembered. */
    public static final int MOST_RECENT = 10;

    /** Where a window is. */
    public record Bounds(double x, double y, double width, double height, boolean maximized) {
    }

    public Settings {
        recent = List.copyOf(recent.subList(0, Math.min(MOST_RECENT, recent.size())));
    }

    /** With another look. */
    public Settings withLook(String value) {
        return new Settings(value, byteUnits, zoom, recent, bounds);
    }

    /** With other units. */
    public Settings withByteUnits(ByteUnits value) {
        return new Settings(look, value, zoom, recent, bounds);
    }

    /** With another size of text. */
    public Settings withZoom(double value) {
        return new Settings(look, byteUnits, value, recent, bounds);
    }

    /** With {@code file} as the newest. */
    public Settings withRecent(String file) {
        List<String> files = new ArrayList<>(recent);
        files.remove(file);
        files.addFirst(file);
        return new Settings(look, byteUnits, zoom, files, bounds);
    }

    /** With the window elsewhere. */
    public Settings withBounds(Bounds value) {
        return new Settings(look, byteUnits, zoom, recent, value);
    }
}
