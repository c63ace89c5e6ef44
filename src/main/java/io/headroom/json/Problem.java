package io.headroom.json;

/**
 * One thing that a file has and may not have.
 *
 * @param file name of the file
 * @param at where it stands
 * @param found what was found
 * @param allowed what is allowed
 */
public record Problem(String file, Location at, String found, String allowed) {

    private static final int SHOWN = 60;

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(visible(file));
        if (at.line() > 0) {
            text.append(':').append(at.line()).append(':').append(at.column());
            String pointer = at.pointer();
            text.append(pointer.isEmpty() ? "" : " " + visible(pointer));
        }
        return text.append(": found ").append(found).append(", needs ").append(allowed).toString();
    }

    /** At most 60 characters of {@code text}, for a message. */
    static String shorten(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return text.substring(0, end) + "…";
    }

    // a name may hold line ends or change the direction of writing: a message must stay one readable line
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                shown.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
