package io.headroom.catalog.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A serving engine: the limits that its server starts with where nobody says others, how its kernels pad experts, and what
 * its earlier versions kept of memory.
 *
 * @param id its name in plans, in lower case
 * @param name name for people
 * @param limits on most accelerators
 * @param largeLimits on large accelerators
 * @param largeHbmBytes memory from which an accelerator is large; infinite where none is
 * @param notLarge architectures whose accelerators are never large, in lower case
 * @param paddings how its kernels pad routed experts; the first that fits an accelerator counts
 * @param earlier what earlier versions kept, the earliest first
 * @param source where the limits come from
 */
public record EngineSpec(String id, String name, Limits limits, Limits largeLimits, double largeHbmBytes,
        Set<String> notLarge, List<ExpertPadding> paddings, List<EarlierMemory> earlier, String source) {

    /** An engine that nothing is known of: the limits that are common. */
    public static final EngineSpec UNKNOWN = new EngineSpec("", "", new Limits(256, 8192), new Limits(256, 8192),
            Double.POSITIVE_INFINITY, Set.of(), List.of(), List.of(), "common among engines");

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
        paddings = List.copyOf(paddings);
        earlier = List.copyOf(earlier);
    }

    /** The engine on accelerators of {@code architecture}, in any case, empty where not known. */
    public EngineSpec on(String architecture) {
        String a = architecture.toLowerCase(Locale.ROOT);
        List<ExpertPadding> here = paddings.stream().filter(p -> p.architectures().contains(a)).toList();
        return notLarge.contains(a) || here.size() < paddings.size() ? new EngineSpec(id, name, limits, largeLimits,
                notLarge.contains(a) ? Double.POSITIVE_INFINITY : largeHbmBytes, notLarge, here, earlier, source) : this;
    }

    /** The same engine under another name, which another source may support. */
    public EngineSpec named(String otherId, String otherName, String otherSource) {
        return new EngineSpec(otherId, otherName, limits, largeLimits, largeHbmBytes, notLarge, paddings, earlier,
                otherSource);
    }

    /** The limits on an accelerator of {@code hbmBytes} whose architecture this engine {@link #on} knows. */
    public Limits limits(double hbmBytes) {
        return hbmBytes >= largeHbmBytes ? largeLimits : limits;
    }

    /**
     * How it pads routed experts that are stored in {@code format} on an accelerator of {@code hbmBytes} whose architecture
     * it {@link #on} knows, or null.
     */
    public ExpertPadding padding(String format, double hbmBytes) {
        for (int i = 0; i < paddings.size(); i++) {
            if (paddings.get(i).isFor(format, hbmBytes)) {
                return paddings.get(i);
            }
        }
        return null;
    }

    /**
     * What version {@code version} kept of memory; empty where that is what the latest keeps, which profiles say.
     *
     * @param version of the engine, or empty
     * @param date when it ran, or empty: it decides where no version does
     */
    public Optional<EarlierMemory> memoryOf(String version, String date) {
        return earlier.stream().filter(e -> e.covers(version, date)).findFirst();
    }
}
