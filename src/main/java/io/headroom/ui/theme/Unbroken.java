package io.headroom.ui.theme;

import java.util.regex.Pattern;

/** Sentences in which no line ends between a number and its unit, nor inside a number. */
public final class Unbroken {

    private static final Pattern BEFORE_UNIT = Pattern.compile("(?<=[0-9]) (?=[A-Za-z\u00b5%])");
    private static final String NO_BREAK = "\u00a0";
    private static final char THIN = '\u2009';
    private static final char THIN_NO_BREAK = '\u202f';

    private Unbroken() {
    }

    /** {@code text} with spaces that hold together what belongs together: "94 %", "21.8 GB", "TP 4 → 8". */
    public static String of(String text) {
        return BEFORE_UNIT.matcher(text).replaceAll(NO_BREAK).replace(THIN, THIN_NO_BREAK)
                .replace(" → ", NO_BREAK + "→" + NO_BREAK);
    }
}
