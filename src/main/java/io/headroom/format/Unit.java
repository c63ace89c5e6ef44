package io.headroom.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A unit that people write, and how much of the SI unit it is. GB is 10⁹ bytes and GiB 2³⁰, never mixed.
 *
 * @param symbol as written
 * @param dimension what it measures
 * @param factor SI units in one of it
 */
public record Unit(String symbol, Dimension dimension, double factor) {

    private static final Map<String, Unit> BY_SYMBOL = new LinkedHashMap<>();

    static {
        add(Dimension.COUNT, "", 1, "GPUs", 1, "requests", 1, "layers", 1, "heads", 1, "experts", 1);
        add(Dimension.FRACTION, "%", 0.01);
        add(Dimension.BYTES, "B", 1, "kB", 1e3, "MB", 1e6, "GB", 1e9, "TB", 1e12,
                "KiB", 0x1p10, "MiB", 0x1p20, "GiB", 0x1p30, "TiB", 0x1p40);
        add(Dimension.SECONDS, "s", 1, "ms", 1e-3, "us", 1e-6, "µs", 1e-6, "min", 60);
        add(Dimension.TOKENS, "tokens", 1, "ktokens", 1e3, "Mtokens", 1e6);
        add(Dimension.PARAMETERS, "parameters", 1, "Mparameters", 1e6, "Bparameters", 1e9);
        add(Dimension.FLOP, "FLOP", 1, "GFLOP", 1e9, "TFLOP", 1e12, "PFLOP", 1e15);
        add(Dimension.FLOP_PER_SECOND, "FLOP/s", 1, "TFLOP/s", 1e12, "TFLOPS", 1e12, "PFLOP/s", 1e15);
        add(Dimension.BYTES_PER_SECOND, "B/s", 1, "GB/s", 1e9, "TB/s", 1e12);
        add(Dimension.TOKENS_PER_SECOND, "tokens/s", 1, "tokens/ms", 1e3, "ktokens/s", 1e3, "Mtokens/s", 1e6);
        add(Dimension.REQUESTS_PER_SECOND, "requests/s", 1, "requests/min", 1.0 / 60);
        add(Dimension.DOLLARS, "USD", 1, "$", 1);
        add(Dimension.DOLLARS_PER_HOUR, "USD/hour", 1, "$/hour", 1, "USD/h", 1);
        add(Dimension.WATTS, "W", 1, "kW", 1e3, "MW", 1e6);
        add(Dimension.JOULES_PER_TOKEN, "J/token", 1);
    }

    private static void add(Dimension dimension, Object... symbolsAndFactors) {
        for (int i = 0; i < symbolsAndFactors.length; i += 2) {
            String symbol = (String) symbolsAndFactors[i];
            BY_SYMBOL.put(symbol, new Unit(symbol, dimension, ((Number) symbolsAndFactors[i + 1]).doubleValue()));
        }
    }

    /** The unit written {@code symbol}. */
    public static Optional<Unit> of(String symbol) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol));
    }

    /** Whether this unit can state a value of {@code other}: the empty unit also states fractions. */
    public boolean states(Dimension other) {
        return dimension == other || symbol.isEmpty() && other == Dimension.FRACTION;
    }

    /** The symbols with which a value of {@code dimension} can be written. */
    public static List<String> symbolsOf(Dimension dimension) {
        return BY_SYMBOL.values().stream().filter(u -> u.states(dimension)).map(Unit::symbol).toList();
    }

    /** {@code value} of this unit in SI units. */
    public double toSi(double value) {
        return value * factor;
    }
}
