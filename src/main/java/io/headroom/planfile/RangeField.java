package io.headroom.planfile;

import io.headroom.catalog.Knob;
import io.headroom.json.Fields;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonWriter;
import io.headroom.json.Location;
import io.headroom.plan.Ranges;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A number of a plan file that may have a range: {@code "ranges": {"assumptions.mfu": [0.4, 0.7]}}. Both ends lie where
 * the number itself may lie, and are whole where it is.
 *
 * @param key section and key of the number
 * @param min smallest end allowed
 * @param max largest end allowed
 * @param isWhole whether it is a whole number
 */
record RangeField(String key, double min, double max, boolean isWhole) {

    /** All of them, in the order of the file. */
    static final List<RangeField> ALL = all();

    private static List<RangeField> all() {
        List<RangeField> all = new ArrayList<>();
        for (NumberField f : List.of(NumberField.CONCURRENT_REQUESTS, NumberField.INPUT_TOKENS, NumberField.OUTPUT_TOKENS)) {
            all.add(new RangeField(f.section() + "." + f.key(), f.min(), f.max(), true));
        }
        for (NumberField f : List.of(NumberField.INTRA_NODE_BANDWIDTH, NumberField.INTER_NODE_BANDWIDTH, NumberField.PRICE,
                NumberField.TOKENS_PER_DAY, NumberField.UTILIZATION)) {
            all.add(new RangeField(f.section() + "." + f.key(), f.min(), f.max(), false));
        }
        Stream.of(Knob.values()).filter(knob -> !knob.isLatency())
                .forEach(knob -> all.add(new RangeField("assumptions." + knob.key(), knob.min(), knob.max(), false)));
        return List.copyOf(all);
    }

    /** The ranges of {@code fields}, which is handed on for what is not known. */
    static Ranges read(Fields fields, Consumer<Fields> keep) {
        Ranges ranges = Ranges.NONE;
        for (RangeField field : ALL) {
            if (fields.has(field.key)) {
                int before = fields.problems().count();
                List<Double> ends = field.isWhole
                        ? fields.wholes(field.key, (int) field.min, (int) field.max).stream().map(Integer::doubleValue)
                                .toList()
                        : fields.numbers(field.key, field.min, field.max);
                if (ends.size() == 2 && ends.get(0) <= ends.get(1)) {
                    ranges = ranges.with(field.key, new Ranges.Range(ends.get(0), ends.get(1)));
                } else if (fields.problems().count() == before) {
                    fields.refuse(field.key, ends.size() == 2 ? "[" + JsonWriter.number(ends.get(0)) + ", "
                            + JsonWriter.number(ends.get(1)) + "]" : "a list of " + ends.size(), "[lowest, highest]");
                }
            }
        }
        keep.accept(fields);
        return ranges;
    }

    static JsonObject.Builder write(Ranges ranges) {
        JsonObject.Builder out = JsonObject.builder();
        ranges.byKey().forEach((key, range) -> out.put(key, JsonArray.of(Stream.of(range.min(), range.max())
                .map(end -> new JsonNumber(JsonWriter.number(end), Location.NONE)).toList())));
        return out;
    }
}
