package io.headroom.catalog;

import java.util.Map;

/**
 * A named set of efficiencies and overheads: {@code ideal} (physics), {@code plan} (the convention of deployment
 * plans) or {@code calibrated} (fitted to public measurements), with what an engine changes in it.
 *
 * @param id plan, ideal or calibrated
 * @param note what the profile is, for people
 * @param constants its figures
 * @param engines figures of one engine, by engine name in lower case
 * @param source where the figures come from
 */
public record Profile(String id, String note, Constants constants, Map<String, Constants> engines, String source) {

    public Profile {
        engines = Map.copyOf(engines);
    }

    /** The figures for {@code engine}, those of the profile where the engine is unknown or null. */
    public Constants forEngine(String engine) {
        return engine == null ? constants : engines.getOrDefault(engine.toLowerCase(java.util.Locale.ROOT), constants);
    }
}
