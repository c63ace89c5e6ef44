package io.headroom.plan;

import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.catalog.Profile.ModelOnEngine;
import io.headroom.catalog.band.Band;
import io.headroom.catalog.engine.EngineSpec;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The efficiencies and overheads of a plan: a profile, an engine, and what the plan itself says instead. A reserve that
 * the plan states is all that its engine keeps: what the profile adds for groups and samplers does not come on top.
 * Precedence: the plan, then the profile's figures of the engine on the architecture of the plan's accelerator, of the
 * engine, of the architecture, and of neither, these times what the engine's kernels for the plan's model on it change. A plan
 * sets architecture and model; until then none is known.
 */
public final class Assumptions {

    private final Profile profile;
    private final String engine;
    private final Map<Knob, Double> given;
    private final String architecture;
    private final String model;
    private final Constants constants;
    // these are looked up here and not with every move of a slider
    private final EngineSpec engineSpec;
    private final ModelOnEngine kernels;
    private final Map<String, Band> bands;

    /**
     * @param profile the base
     * @param engine engine name such as vllm, or null
     * @param given what the plan says itself; never the latencies, which belong to its hardware
     */
    public Assumptions(Profile profile, String engine, Map<Knob, Double> given) {
        this(profile, engine, given, "", "");
    }

    private Assumptions(Profile profile, String engine, Map<Knob, Double> given, String architecture, String model) {
        this.profile = Objects.requireNonNull(profile);
        this.engine = engine;
        this.given = Map.copyOf(given);
        this.architecture = architecture;
        this.model = model;
        this.constants = over(profile.on(engine, architecture, model));
        this.engineSpec = profile.engineSpec(engine).on(architecture);
        this.kernels = profile.kernels(engine, architecture, model);
        this.bands = isValidated() ? profile.bands().near(engine, architecture, model) : Map.of();
    }

    private Constants over(Constants base) {
        Constants c = base;
        boolean isWhole = given.containsKey(Knob.RESERVE);
        for (Knob knob : Knob.values()) {
            Double value = given.get(knob);
            if (value != null) {
                c = c.with(knob, value);
            } else if (isWhole && knob.isOfEngineReserve()) {
                c = c.with(knob, 0);
            }
        }
        return c;
    }

    public Profile profile() {
        return profile;
    }

    /** The engine's name, or null. */
    public String engine() {
        return engine;
    }

    /** What is known of the engine on the architecture of the plan. */
    public EngineSpec engineSpec() {
        return engineSpec;
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

    /**
     * Rows of the plan's model on its engine and architecture to which the profile's value of {@code knob} was fitted; 0
     * where the plan sets it or only other models told of it.
     */
    public int measurements(Knob knob) {
        return kernels == null || isGiven(knob) || !kernels.factors().containsKey(knob) ? 0 : kernels.measurements();
    }

    /**
     * Whether times and rates are those of a profile that was held against measurements: nobody validated figures that
     * a plan sets itself, so one of them is enough to lose the bands, unless it only moves bytes.
     */
    public boolean isValidated() {
        return !profile.bands().isEmpty() && given.keySet().stream().allMatch(Knob::isOfMemoryOnly);
    }

    /**
     * How far measurements lay from estimates of {@code quantity} (tpot, ttft, e2e, throughput) on the engine and
     * architecture of the plan, of its model where that was measured there; empty where nothing was validated.
     */
    public Optional<Band> band(String quantity) {
        return Optional.ofNullable(bands.get(quantity));
    }

    /** Whether the plan's model was itself measured on its engine and architecture often enough for bands of its own. */
    public boolean isModelMeasured() {
        return isValidated() && profile.bands().knows(engine, architecture, model);
    }

    /** With a value of the plan's own for {@code knob}. */
    public Assumptions with(Knob knob, double value) {
        Map<Knob, Double> more = new EnumMap<>(Knob.class);
        more.putAll(given);
        more.put(knob, value);
        return new Assumptions(profile, engine, more, architecture, model);
    }

    /** With values of the plan's own for all of {@code values}. */
    public Assumptions withAll(Map<Knob, Double> values) {
        Map<Knob, Double> more = new EnumMap<>(Knob.class);
        more.putAll(given);
        more.putAll(values);
        return new Assumptions(profile, engine, more, architecture, model);
    }

    /** With the profile's value for {@code knob} again. */
    public Assumptions without(Knob knob) {
        Map<Knob, Double> fewer = new EnumMap<>(Knob.class);
        fewer.putAll(given);
        fewer.remove(knob);
        return new Assumptions(profile, engine, fewer, architecture, model);
    }

    /** With another profile; what the plan says itself stays. */
    public Assumptions withProfile(Profile value) {
        return new Assumptions(value, engine, given, architecture, model);
    }

    /** The same on an accelerator of {@code silicon}, for the model {@code id}; empty where one is not known. */
    Assumptions on(String silicon, String id) {
        return silicon.equals(architecture) && id.equals(model) ? this
                : new Assumptions(profile, engine, given, silicon, id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assumptions a && profile.equals(a.profile) && Objects.equals(engine, a.engine)
                && given.equals(a.given) && architecture.equals(a.architecture) && model.equals(a.model);
    }

    @Override
    public int hashCode() {
        return Objects.hash(profile.id(), engine, given);
    }
}
