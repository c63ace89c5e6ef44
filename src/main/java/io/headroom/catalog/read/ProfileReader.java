package io.headroom.catalog.read;

import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.json.Fields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads a profile: all of its figures but the latencies must be there, an engine gives only what differs. */
public final class ProfileReader {

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
            constants = over(constants, own, true);
        }
        Map<String, Constants> engines = new LinkedHashMap<>();
        Fields inner = f.object("engines");
        if (inner != null) {
            for (String engine : inner.keys()) {
                Fields changed = inner.object(engine);
                if (changed != null) {
                    engines.put(engine.toLowerCase(Locale.ROOT), over(constants, changed, false));
                }
            }
        }
        Profile profile = new Profile(f.text("id", defaultId), f.text("note", Fields.MAX_NOTE, ""), constants, engines,
                f.text("source", Fields.MAX_NOTE, ""));
        return f.problems().count() > before ? null : profile;
    }

    private static Constants over(Constants base, Fields f, boolean all) {
        Constants constants = base;
        for (Knob knob : Knob.values()) {
            boolean required = all && !knob.isLatency();
            double value = required ? f.requiredNumber(knob.key(), knob.min(), knob.max())
                    : f.number(knob.key(), knob.min(), knob.max(), base.get(knob));
            constants = constants.with(knob, value);
        }
        for (String key : f.unread().keySet()) {
            f.refuse(key, "\"" + key + "\"", "keys of assumptions only");
        }
        return constants;
    }
}
