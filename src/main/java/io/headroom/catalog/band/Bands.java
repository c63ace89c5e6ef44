package io.headroom.catalog.band;

import io.headroom.catalog.GpuSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The bands that validation earned, by quantity, engine and architecture. Where few rows are near, the widest of the
 * bands of the engine and of the architecture; where none are, that of the quantity. A pure look-up.
 */
public final class Bands {

    private static final String ANY = "*";

    private final Map<String, Band> bands;

    /** @param bands bands by {@link #key} */
    public Bands(Map<String, Band> bands) {
        this.bands = Map.copyOf(new LinkedHashMap<>(bands));
    }

    /** The key of a band; null or empty where any engine or architecture is meant. */
    public static String key(String quantity, String engine, String architecture) {
        return quantity + "/" + name(engine) + "/" + name(architecture);
    }

    /**
     * The band of {@code quantity}.
     *
     * @param quantity tpot, ttft, e2e or throughput
     * @param engine engine name, or null
     * @param gpu the accelerator
     * @throws IllegalArgumentException where the quantity has no bands
     */
    public Band of(String quantity, String engine, GpuSpec gpu) {
        Band near = bands.get(key(quantity, engine, gpu.architecture()));
        if (near != null && !name(engine).equals(ANY) && !gpu.architecture().isEmpty()) {
            return near;
        }
        Band all = bands.get(key(quantity, null, null));
        if (all == null) {
            throw new IllegalArgumentException("no bands of " + quantity);
        }
        Band byEngine = bands.get(key(quantity, engine, null));
        Band byArchitecture = bands.get(key(quantity, null, gpu.architecture()));
        Band a = byEngine == null ? all : byEngine;
        Band b = byArchitecture == null ? all : byArchitecture;
        return new Band(Math.min(a.lowFactor(), b.lowFactor()), Math.max(a.highFactor(), b.highFactor()), true,
                Math.min(a.count(), b.count()));
    }

    private static String name(String name) {
        return name == null || name.isEmpty() ? ANY : name.toLowerCase(Locale.ROOT);
    }
}
