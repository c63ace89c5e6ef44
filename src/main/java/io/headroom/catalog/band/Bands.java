package io.headroom.catalog.band;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The bands that validation earned, by quantity, engine and architecture, and by model where it was measured there. Where
 * no rows are near, the widest of all bands of all models that share the engine or the architecture, and of all rows where
 * one of the two was never measured: so a plan that names no engine never gets a narrower band than such plans of most
 * models have on its architecture. A pure look-up.
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
    private static final int PARTS_WITH_MODEL = 4;

    private final Map<String, Band> bands;
    /** Apart, because what one model earned says nothing of others. */
    private final Map<String, Band> ofModels;
    /** What was looked up before. */
    private final Map<String, Map<String, Band>> found = new ConcurrentHashMap<>();

    /** @param bands bands by {@link #key} */
    public Bands(Map<String, Band> bands) {
        Map<Boolean, Map<String, Band>> parted = bands.entrySet().stream().collect(Collectors.partitioningBy(
                e -> e.getKey().split("/").length == PARTS_WITH_MODEL, Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        this.bands = Map.copyOf(parted.get(false));
        this.ofModels = Map.copyOf(parted.get(true));
    }

    /** The key of a band of all models; null or empty where any engine or architecture is meant. */
    public static String key(String quantity, String engine, String architecture) {
        return quantity + "/" + name(engine) + "/" + name(architecture);
    }

    /** The key of a band of one model. */
    public static String key(String quantity, String engine, String architecture, String model) {
        return key(quantity, engine, architecture) + "/" + name(model);
    }

    /**
     * The band of {@code quantity}; empty where the quantity has none.
     *
     * @param quantity {@link #TTFT}, {@link #TPOT}, {@link #E2E} or {@link #THROUGHPUT}
     * @param engine engine name in any case, or null
     * @param architecture architecture of the accelerator in any case, empty where it is not known
     * @param model id of the model in any case, empty where it is none of the catalogue
     */
    public Optional<Band> of(String quantity, String engine, String architecture, String model) {
        Band own = ofModels.get(key(quantity, engine, architecture, model));
        return own == null ? of(quantity, engine, architecture) : Optional.of(own);
    }

    private Optional<Band> of(String quantity, String engine, String architecture) {
        Band near = bands.get(key(quantity, engine, architecture));
        if (near != null && !name(engine).equals(ANY) && !name(architecture).equals(ANY)) {
            return Optional.of(near);
        }
        List<Band> related = related(quantity, name(engine), name(architecture));
        if (related.isEmpty()) {
            return Optional.empty();
        }
        double low = related.stream().mapToDouble(Band::lowFactor).min().orElseThrow();
        double high = related.stream().mapToDouble(Band::highFactor).max().orElseThrow();
        int count = related.stream().mapToInt(Band::count).min().orElseThrow();
        return Optional.of(new Band(low, high, true, count));
    }

    /** Bands that share the engine or the architecture; where one of them was never measured, that of all rows too. */
    private List<Band> related(String quantity, String engine, String architecture) {
        List<Band> related = new ArrayList<>();
        boolean isEngineKnown = false;
        boolean isArchitectureKnown = false;
        for (Map.Entry<String, Band> entry : bands.entrySet()) {
            String[] key = entry.getKey().split("/");
            boolean isSameEngine = !engine.equals(ANY) && key[1].equals(engine);
            boolean isSameArchitecture = !architecture.equals(ANY) && key[2].equals(architecture);
            if (key[0].equals(quantity) && (isSameEngine || isSameArchitecture)) {
                related.add(entry.getValue());
                isEngineKnown |= isSameEngine;
                isArchitectureKnown |= isSameArchitecture;
            }
        }
        if (!isEngineKnown && !isArchitectureKnown) {
            return bands.entrySet().stream().filter(e -> e.getKey().startsWith(quantity + "/"))
                    .map(Map.Entry::getValue).toList();
        }
        Band all = bands.get(key(quantity, null, null));
        if (all != null && !(isEngineKnown && isArchitectureKnown)) {
            related.add(all);
        }
        return related;
    }

    /** The bands of every quantity that has one, for {@code model} on {@code engine} and {@code architecture}, as {@link #of}. */
    public Map<String, Band> near(String engine, String architecture, String model) {
        return found.computeIfAbsent(key("", engine, architecture, model), _ -> {
            Map<String, Band> near = new LinkedHashMap<>();
            for (String quantity : QUANTITIES) {
                of(quantity, engine, architecture, model).ifPresent(band -> near.put(quantity, band));
            }
            return Map.copyOf(near);
        });
    }

    /** Whether {@code model} has a band of its own for any quantity on {@code engine} and {@code architecture}. */
    public boolean knows(String engine, String architecture, String model) {
        return QUANTITIES.stream().anyMatch(quantity -> ofModels.containsKey(key(quantity, engine, architecture, model)));
    }

    /** Whether no quantity has any. */
    public boolean isEmpty() {
        return bands.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bands b && bands.equals(b.bands) && ofModels.equals(b.ofModels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bands, ofModels);
    }

    private static String name(String name) {
        return name == null || name.isEmpty() ? ANY : name.toLowerCase(Locale.ROOT);
    }
}
