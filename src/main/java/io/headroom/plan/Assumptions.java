package io.headroom.plan;

import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The efficiencies and overheads of a plan: a profile, an engine, and what the plan itself says instead.
 * Precedence: the plan, then the engine's figures in the profile, then the profile's.
 */
public final class Assumptions {

    private final Profile profile;
    private final String engine;
    private final Map<Knob, Double> given;
    private final Constants constants;

    /**
     * @param profile the base
     * @param engine engine name such as vllm, or null
     * @param given what the plan says itself; never the latencies, which belong to its hardware
     */
    public Assumptions(Profile profile, String engine, Map<Knob, Double> given) {
        this.profile = Objects.requireNonNull(profile);
        this.engine = engine;
        this.given = Map.copyOf(given);
        Constants c = profile.forEngine(engine);
        for (Knob knob : Knob.values()) {
            Double value = given.get(knob);
            c = value == null ? c : c.with(knob, value);
        }
        this.constants = c;
    }

    public Profile profile() {
        return profile;
    }

    /** The engine's name, or null. */
    public String engine() {
        return engine;
    }

    /** What the plan says itself. */
    public Map<Knob, Double> given() {
        return given;
    }

    /** The figures in force. */
    public Constants constants() {
        return constants;
    }

    /** Whether the plan itself sets {@code knob}. */
    public boolean isGiven(Knob knob) {
        return given.containsKey(knob);
    }

    /** With a value of the plan's own for {@code knob}. */
    public Assumptions with(Knob knob, double value) {
        Map<Knob, Double> more = new EnumMap<>(Knob.class);
        more.putAll(given);
        more.put(knob, value);
        return new Assumptions(profile, engine, more);
    }

    /** With the profile's value for {@code knob} again. */
    public Assumptions without(Knob knob) {
        Map<Knob, Double> fewer = new EnumMap<>(Knob.class);
        fewer.putAll(given);
        fewer.remove(knob);
        return new Assumptions(profile, engine, fewer);
    }

    /** With another profile; what the plan says itself stays. */
    public Assumptions withProfile(Profile value) {
        return new Assumptions(value, engine, given);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assumptions a && profile.equals(a.profile) && Objects.equals(engine, a.engine)
                && given.equals(a.given);
    }

    @Override
    public int hashCode() {
        return Objects.hash(profile.id(), engine, given);
    }
}
