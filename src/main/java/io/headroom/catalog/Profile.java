package io.headroom.catalog;

import io.headroom.catalog.band.Bands;
import io.headroom.catalog.engine.EarlierMemory;
import io.headroom.catalog.engine.EngineSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A named set of efficiencies and overheads: {@code ideal} (physics), {@code plan} (the convention of deployment
 * plans) or {@code calibrated} (fitted to public measurements), with what an engine and an architecture change in it.
 *
 * @param id plan, ideal or calibrated
 * @param note what the profile is, for people
 * @param constants its figures
 * @param engines what an engine changes, by engine name in lower case
 * @param architectures what an architecture of accelerators changes, by its name in lower case
 * @param pairs what an engine changes on an architecture, by "engine/architecture"
 * @param models what the kernels of an engine for a model on an architecture change, by "engine/architecture/model"
 * @param usesReportedMemory whether memory is what drivers report instead of the catalogue's round figure
 * @param source where the figures come from
 * @param bands how far measurements lay from its estimates; none where it was never validated
 * @param engineSpecs with which limits engines start, by engine name in lower case
 */
public record Profile(String id, String note, Constants constants, Map<String, Map<Knob, Double>> engines,
        Map<String, Map<Knob, Double>> architectures, Map<String, Map<Knob, Double>> pairs,
        Map<String, ModelOnEngine> models, boolean usesReportedMemory, String source, Bands bands,
        Map<String, EngineSpec> engineSpecs) {

    public Profile {
        engines = Collections.unmodifiableMap(new LinkedHashMap<>(engines));
        architectures = Collections.unmodifiableMap(new LinkedHashMap<>(architectures));
        pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        engineSpecs = Collections.unmodifiableMap(new LinkedHashMap<>(engineSpecs));
    }

    /** A profile that was never validated. */
    public Profile(String id, String note, Constants constants, Map<String, Map<Knob, Double>> engines,
            Map<String, Map<Knob, Double>> architectures, Map<String, Map<Knob, Double>> pairs,
            Map<String, ModelOnEngine> models, boolean usesReportedMemory, String source) {
        this(id, note, constants, engines, architectures, pairs, models, usesReportedMemory, source, Bands.NONE,
                Map.of());
    }

    /**
     * What the kernels that an engine has for a model change: factors on what holds for its other models.
     *
     * @param measurements rows of the model on the engine and architecture to which they were fitted
     * @param factors by constant; 1 changes nothing
     */
    public record ModelOnEngine(int measurements, Map<Knob, Double> factors) {

        public ModelOnEngine {
            factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
        }
    }

    /** The same with the bands that its validation earned. */
    public Profile withBands(Bands earned) {
        return new Profile(id, note, constants, engines, architectures, pairs, models, usesReportedMemory, source, earned,
                engineSpecs);
    }

    /** What a version of {@code engine} kept of memory, as assumptions that state it; empty for the latest. */
    public Map<Knob, Double> memoryOf(String engine, String version, String date) {
        return engineSpec(engine).memoryOf(version, date).map(Profile::stating).orElse(Map.of());
    }

    /** The assumptions by which a plan says that its engine keeps {@code memory}. */
    public static Map<Knob, Double> stating(EarlierMemory memory) {
        return Map.of(Knob.RESERVE, memory.reserveBytes(), Knob.RESERVE_IN_GROUP, memory.reserveInGroupBytes(),
                Knob.SAMPLER_BYTES, memory.samplerBytesPerLogit());
    }

    /** The same with the limits that these engines start with. */
    public Profile withEngineSpecs(Map<String, EngineSpec> specs) {
        return new Profile(id, note, constants, engines, architectures, pairs, models, usesReportedMemory, source, bands, specs);
    }

    /** What is known of {@code engine}, a name in any case or null. */
    public EngineSpec engineSpec(String engine) {
        return engine == null ? EngineSpec.UNKNOWN
                : engineSpecs.getOrDefault(engine.toLowerCase(Locale.ROOT), EngineSpec.UNKNOWN);
    }

    /**
     * The figures for {@code engine} on {@code architecture}: the pair's before the engine's before the architecture's
     * before the profile's.
     *
     * @param engine name in any case, or null
     * @param architecture name in any case, empty where it is not known
     */
    public Constants on(String engine, String architecture) {
        String e = engine == null ? "" : engine.toLowerCase(Locale.ROOT);
        String a = architecture.toLowerCase(Locale.ROOT);
        Constants c = over(constants, architectures.get(a));
        return over(over(c, engines.get(e)), pairs.get(e + "/" + a));
    }

    /**
     * The figures of {@link #on(String, String)}, times what the engine's kernels for {@code model} change.
     *
     * @param model id of the catalogue in any case, empty where it is not known
     */
    public Constants on(String engine, String architecture, String model) {
        Constants c = on(engine, architecture);
        ModelOnEngine kernels = kernels(engine, architecture, model);
        if (kernels != null) {
            for (Map.Entry<Knob, Double> entry : kernels.factors().entrySet()) {
                Knob knob = entry.getKey();
                c = c.with(knob, Math.clamp(c.get(knob) * entry.getValue(), knob.min(), knob.max()));
            }
        }
        return c;
    }

    /** What is known of the kernels that {@code engine} has for {@code model} on {@code architecture}, or null. */
    public ModelOnEngine kernels(String engine, String architecture, String model) {
        return engine == null || models.isEmpty() ? null
                : models.get((engine + "/" + architecture + "/" + model).toLowerCase(Locale.ROOT));
    }

    private static Constants over(Constants base, Map<Knob, Double> changed) {
        Constants c = base;
        if (changed != null) {
            for (Map.Entry<Knob, Double> entry : changed.entrySet()) {
                c = c.with(entry.getKey(), entry.getValue());
            }
        }
        return c;
    }
}
