package io.headroom.planfile;

import io.headroom.plan.Review;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A plan file inside of a page: an element that no browser shows or runs. Nothing in it can end the element, because
 * every {@code <} of the JSON, which is always in a string, is written as an escape.
 */
public final class Embedded {

    private static final String START = "<script type=\"application/json\" id=\"headroom-plan\">";
    private static final String END = "</script>";

    private Embedded() {
    }

    /** The element with {@code review}. */
    public static String element(Review review) {
        String json = new String(PlanFile.write(review), StandardCharsets.UTF_8).strip();
        return START + "\n" + json.replace("<", "\\u003c") + "\n" + END;
    }

    /** The plan file inside of the page {@code bytes}; empty where there is none. */
    public static Optional<byte[]> find(byte[] bytes) {
        if (PlanFile.isMeant(bytes)) {
            return Optional.empty();
        }
        String page = new String(bytes, StandardCharsets.UTF_8);
        int start = page.indexOf(START);
        int end = start < 0 ? -1 : page.indexOf(END, start);
        return end < 0 ? Optional.empty()
                : Optional.of(page.substring(start + START.length(), end).strip().getBytes(StandardCharsets.UTF_8));
    }
}
