package io.headroom.planfile;

import io.headroom.catalog.Catalog;
import io.headroom.json.Fields;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import io.headroom.json.Problems;
import io.headroom.plan.Review;
import java.util.Arrays;

/** The bytes of a plan file and the review they hold; no file is touched here. */
public final class PlanFile {

    /** What the key {@code format} says. */
    public static final String FORMAT = "headroom/plan";
    /** The version this program reads and writes. */
    public static final int VERSION = 1;
    /** How names of plan files end. */
    public static final String EXTENSION = ".json";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private PlanFile() {
    }

    /** Whether {@code bytes} are meant as a plan file and not as a text: they begin, after white space, with a brace. */
    public static boolean isMeant(byte[] bytes) {
        boolean isMarked = bytes.length >= BYTE_ORDER_MARK.length && Arrays.equals(BYTE_ORDER_MARK,
                Arrays.copyOf(bytes, BYTE_ORDER_MARK.length));
        int at = isMarked ? BYTE_ORDER_MARK.length : 0;
        while (at < bytes.length && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at < bytes.length && bytes[at] == '{';
    }

    /**
     * Reads a review, or refuses the file with up to 20 problems by line.
     *
     * @param fileName for messages
     */
    public static Opened read(String fileName, byte[] bytes, Catalog catalog) throws JsonRefused {
        JsonValue value = JsonReader.read(fileName, bytes);
        Problems problems = new Problems(fileName);
        Fields.checkNumbers(value, problems);
        Fields fields = Fields.of(value, problems);
        Opened opened = fields == null ? null : new ReviewReader(catalog, problems).read(fields);
        problems.throwIfAny();
        return opened;
    }

    /** The review as a file of this version, the same bytes every time. */
    public static byte[] write(Review review) {
        return JsonWriter.bytes(PlanWriter.review(review));
    }
}
