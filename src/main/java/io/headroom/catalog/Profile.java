package io.headroom.catalog;

import io.headroom.catalog.band.Bands;
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
 * @param usesReportedMemory whether memory is what drivers report instead of the catalogue's round figure
 * @param source where the figures come from
 * @param bands how far measurements lay from its estimates; none where it was never validated
 * @param engineSpecs with which limits engines start, by engine name in lower case
 */
public record Profile(String id, String note, Constants constants, Map<String, Map<Knob, Double>> engines,
        Map<String, Map<Knob, Double>> architectures, Map<String, Map<Knob, Double>> pairs,
        boolean usesReportedMemory, String source, Bands bands, Map<String, EngineSpec> engineSpecs) {

    public Profile {
        engines = Collections.unmodifiableMap(new LinkedHashMap<>(engines));
        architectures = Collections.unmodifiableMap(new LinkedHashMap<>(architectures));
        pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
        engineSpecs = Collections.unmodifiableMap(new LinkedHashMap<>(engineSpecs));
    }

    /** A profile that was never validated. */
    public Profile(String id, String note, Constants constants, Map<String, Map<Knob, Double>> engines,
            Map<String, Map<Knob, Double>> architectures, Map<String, Map<Knob, Double>> pairs,
            boolean usesReportedMemory, String source) {
        this(id, note, constants, engines, architectures, pairs, usesReportedMemory, source, Bands.NONE,
                Map.of());
    }

    /** The same with the bands that its validation earned. */
    public Profile withBands(Bands earned) {
        return new Profile(id, note, constants, engines, architectures, pairs, usesReportedMemory, source, earned,
                engineSpecs);
    }

    /** The same with the limits that these engines start with. */
    public Profile withEngineSpecs(Map<String, EngineSpec> specs) {
        return new Profile(id, note, constants, engines, architectures, pairs, usesReportedMemory, source, bands, specs);
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
