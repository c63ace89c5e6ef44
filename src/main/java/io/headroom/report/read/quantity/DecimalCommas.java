package io.headroom.report.read.quantity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which 1.234,5 is what others write 1,234.5: told by the text as a whole, since one number alone does not. */
public final class DecimalCommas {

    private static final Pattern COMMA = Pattern.compile("(?<![\\w.,\\[-])\\d{1,3}(?:\\.\\d{3})*,\\d{1,2}(?![\\d,\\]])");
    // not 12.800, which may be either
    private static final Pattern POINT = Pattern.compile("(?<![\\w.,-])\\d+\\.(?:\\d{1,2}|\\d{4,})(?![\\d.,])");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.,\\[-])(\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(\\d+))?(?![\\d,\\]]|\\.\\d)");
    private static final int ENOUGH = 2;

    private DecimalCommas() {
    }

    /** Whether {@code text} writes decimal commas: some of them, and no decimal point. */
    public static boolean areIn(String text) {
        long commas = 0;
        for (String line : text.split("\n", -1)) {
            String masked = Names.masked(line);
            if (POINT.matcher(masked).find()) {
                return false;
            }
            commas += COMMA.matcher(masked).results().count();
        }
        return commas >= ENOUGH;
    }

    /** {@code text} with decimal points and without thousands separators; its lines stay. */
    public static String toPoints(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            Matcher m = NUMBER.matcher(Names.masked(line));
            int from = 0;
            while (m.find()) {
                out.append(line, from, m.start()).append(m.group(1).replace(".", ""));
                out.append(m.group(2) == null ? "" : "." + m.group(2));
                from = m.end();
            }
            out.append(line, from, line.length()).append('\n');
        }
        return out.substring(0, out.length() - 1);
    }
}
