package io.headroom.catalog.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first two numbers of an engine's version; what follows, as in 1.2.0rc6.post3, decides nothing here. */
public record EngineVersion(int major, int minor) {

    private static final Pattern NUMBERS = Pattern.compile("^v?(\\d{1,4})\\.(\\d{1,4})");

    /** The version that {@code text} begins with, or null. */
    public static EngineVersion of(String text) {
        Matcher stated = NUMBERS.matcher(text);
        return stated.find() ? new EngineVersion(Integer.parseInt(stated.group(1)), Integer.parseInt(stated.group(2))) : null;
    }

    /** Whether this came before {@code other}: 0.8 before 0.15. */
    public boolean isBefore(EngineVersion other) {
        return major != other.major ? major < other.major : minor < other.minor;
    }
}
