package io.headroom.catalog.engine;

import java.util.Locale;
import java.util.Set;

/**
 * A serving engine and the limits that its server starts with where nobody says others.
 *
 * @param id its name in plans, in lower case
 * @param name name for people
 * @param limits on most accelerators
 * @param largeLimits on large accelerators
 * @param largeHbmBytes memory from which an accelerator is large; infinite where none is
 * @param notLarge architectures whose accelerators are never large, in lower case
 * @param source where the figures come from
 */
public record EngineSpec(String id, String name, Limits limits, Limits largeLimits, double largeHbmBytes,
        Set<String> notLarge, String source) {

    /** An engine that nothing is known of: the limits that are common. */
    public static final EngineSpec UNKNOWN = new EngineSpec("", "", new Limits(256, 8192), new Limits(256, 8192),
            Double.POSITIVE_INFINITY, Set.of(), "common among engines");

    /**
     * What a scheduler puts into one pass at most.
     *
     * @param sequences of one attention rank
     * @param batchedTokens of one pass
     */
    public record Limits(int sequences, int batchedTokens) {
    }

    public EngineSpec {
        notLarge = Set.copyOf(notLarge);
    }

    /** The engine on accelerators of {@code architecture}, in any case, empty where not known. */
    public EngineSpec on(String architecture) {
        return notLarge.contains(architecture.toLowerCase(Locale.ROOT))
                ? new EngineSpec(id, name, limits, largeLimits, Double.POSITIVE_INFINITY, notLarge, source) : this;
    }

    /** The limits on an accelerator of {@code hbmBytes} whose architecture this engine {@link #on} knows. */
    public Limits limits(double hbmBytes) {
        return hbmBytes >= largeHbmBytes ? largeLimits : limits;
    }
}
