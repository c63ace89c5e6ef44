package io.headroom.planfile;

import io.headroom.catalog.Catalog;
import io.headroom.json.Fields;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonValue;
import io.headroom.json.Problems;
import io.headroom.plan.fleet.Fleet;

/** The bytes of a fleet file and the fleet they hold; no file is touched here. */
public final class FleetFile {

    /** What the key {@code format} says. */
    public static final String FORMAT = "headroom/fleet";
    /** The version this program reads. */
    public static final int VERSION = 1;

    private FleetFile() {
    }

    /**
     * Reads a fleet, or refuses the file with up to 20 problems by line. Keys that are not known are refused: a fleet is
     * never written back, so that nothing can be kept, and one that is misspelt would be missing in the answer.
     *
     * @param fileName for messages
     */
    public static Fleet read(String fileName, byte[] bytes, Catalog catalog) throws JsonRefused {
        JsonValue value = JsonReader.read(fileName, bytes);
        Problems problems = new Problems(fileName);
        Fields.checkNumbers(value, problems);
        Fields fields = Fields.of(value, problems);
        Fleet fleet = fields == null ? null : new FleetReader(catalog, problems).read(fields);
        problems.throwIfAny();
        return fleet;
    }
}
