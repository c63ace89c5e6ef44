package io.headroom.catalog.band;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The bands that validation earned, by quantity, engine and architecture. Where few rows are near, the widest of the
 * bands of the engine and of the architecture; where none are, that of the quantity. A pure look-up.
 */
public final class Bands {

    /** No bands at all: those of a profile that was never held against measurements. */
    public static final Bands NONE = new Bands(Map.of());

    /** Time to first token, however requests come. */
    public static final String TTFT = "ttft";
    /** Time per further token. */
    public static final String TPOT = "tpot";
    /** Time of a whole request. */
    public static final String E2E = "e2e";
    /** Tokens or requests a second. */
    public static final String THROUGHPUT = "throughput";

    private static final List<String> QUANTITIES = List.of(TTFT, TPOT, E2E, THROUGHPUT);
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
     * The band of {@code quantity}; empty where the quantity has none.
     *
     * @param quantity {@link #TTFT}, {@link #TPOT}, {@link #E2E} or {@link #THROUGHPUT}
     * @param engine engine name in any case, or null
     * @param architecture architecture of the accelerator in any case, empty where it is not known
     */
    public Optional<Band> of(String quantity, String engine, String architecture) {
        Band near = bands.get(key(quantity, engine, architecture));
        if (near != null && !name(engine).equals(ANY) && !name(architecture).equals(ANY)) {
            return Optional.of(near);
        }
        Band all = bands.get(key(quantity, null, null));
        if (all == null) {
            return Optional.empty();
        }
        Band byEngine = bands.get(key(quantity, engine, null));
        Band byArchitecture = bands.get(key(quantity, null, architecture));
        Band a = byEngine == null ? all : byEngine;
        Band b = byArchitecture == null ? all : byArchitecture;
        return Optional.of(new Band(Math.min(a.lowFactor(), b.lowFactor()), Math.max(a.highFactor(), b.highFactor()),
                true, Math.min(a.count(), b.count())));
    }

    /** The bands of every quantity that has one, on {@code engine} and {@code architecture}, as {@link #of}. */
    public Map<String, Band> near(String engine, String architecture) {
        Map<String, Band> near = new LinkedHashMap<>();
        for (String quantity : QUANTITIES) {
            of(quantity, engine, architecture).ifPresent(band -> near.put(quantity, band));
        }
        return near;
    }

    /** Whether no quantity has any. */
    public boolean isEmpty() {
        return bands.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bands b && bands.equals(b.bands);
    }

    @Override
    public int hashCode() {
        return bands.hashCode();
    }

    private static String name(String name) {
        return name == null || name.isEmpty() ? ANY : name.toLowerCase(Locale.ROOT);
    }
}
