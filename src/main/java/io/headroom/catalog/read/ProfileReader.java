package io.headroom.catalog.read;

import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.catalog.Profile.ModelOnEngine;
import io.headroom.json.Fields;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Reads a profile: all of its figures but the latencies must be there, engines and architectures give only what differs. */
public final class ProfileReader {

    private static final int MOST_MEASUREMENTS = 1 << 30;
    private static final double MOST_TIMES = 100;

    private ProfileReader() {
    }

    /**
     * The profile of {@code f}, or null where the collector of {@code f} got a problem.
     *
     * @param f the members of the object
     * @param defaultId id of an object that says none
     */
    public static Profile read(Fields f, String defaultId) {
        int before = f.problems().count();
        double[] none = new double[Knob.values().length];
        Arrays.fill(none, Double.NaN);
        Constants constants = Constants.of(none);
        Fields own = f.object("constants");
        if (own == null) {
            f.refuse("constants", f.has("constants") ? "no object" : "no \"constants\"", "the figures of the profile");
        } else {
            constants = all(constants, own);
        }
        Profile profile = new Profile(f.text("id", defaultId), f.text("note", Fields.MAX_NOTE, ""), constants,
                changes(f, "engines"), changes(f, "architectures"), changes(f, "enginesOnArchitectures"),
                models(f), f.flag("reportedMemory", false), f.text("source", Fields.MAX_NOTE, ""));
        return f.problems().count() > before ? null : profile;
    }

    private static Constants all(Constants none, Fields f) {
        Constants constants = none;
        for (Knob knob : Knob.values()) {
            double value = knob.isLatency() ? f.number(knob.key(), knob.min(), knob.max(), Double.NaN)
                    : f.requiredNumber(knob.key(), knob.min(), knob.max());
            constants = constants.with(knob, value);
        }
        refuseOthers(f);
        return constants;
    }

    private static Map<String, Map<Knob, Double>> changes(Fields f, String key) {
        return levels(f, key, changed -> some(changed, knob -> changed.number(knob.key(), knob.min(), knob.max(), knob.min())));
    }

    private static Map<String, ModelOnEngine> models(Fields f) {
        return levels(f, "modelsOnEngines", changed -> {
            int measurements = changed.whole("measurements", 0, MOST_MEASUREMENTS, 0);
            return new ModelOnEngine(measurements,
                    some(changed, knob -> changed.number(knob.key(), 1 / MOST_TIMES, MOST_TIMES, 1)));
        });
    }

    /** What stands under each name in the object {@code key}, by the name in lower case. */
    private static <T> Map<String, T> levels(Fields f, String key, Function<Fields, T> read) {
        Map<String, T> levels = new LinkedHashMap<>();
        Fields inner = f.object(key);
        if (inner != null) {
            for (String name : inner.keys()) {
                Fields changed = inner.object(name);
                if (changed != null) {
                    levels.put(name.toLowerCase(Locale.ROOT), read.apply(changed));
                }
            }
        }
        return levels;
    }

    private static Map<Knob, Double> some(Fields f, ToDoubleFunction<Knob> read) {
        Map<Knob, Double> some = new EnumMap<>(Knob.class);
        for (Knob knob : Knob.values()) {
            if (f.has(knob.key())) {
                some.put(knob, read.applyAsDouble(knob));
            }
        }
        refuseOthers(f);
        return some;
    }

    private static void refuseOthers(Fields f) {
        for (String key : f.unread().keySet()) {
            f.refuse(key, "\"" + key + "\"", "keys of assumptions only");
        }
    }
}
