package io.headroom.planfile;

import io.headroom.catalog.Catalog;
import io.headroom.json.Fields;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import io.headroom.json.Problems;
import io.headroom.plan.Review;

/** The bytes of a plan file and the review they hold; no file is touched here. */
public final class PlanFile {

    /** What the key {@code format} says. */
    public static final String FORMAT = "headroom/plan";
    /** The version this program reads and writes. */
    public static final int VERSION = 1;
    /** How names of plan files end. */
    public static final String EXTENSION = ".json";

    private PlanFile() {
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
