package io.headroom.validate.read;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.Knob;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a row's notes and the name of its card say of memory: its size, and the share that the engine may fill. */
final class MemoryNotes {

    private static final Pattern HYPHEN = Pattern.compile("(?<=[a-z])-(?=[a-z])");
    private static final Pattern GROUPS_OF_DIGITS = Pattern.compile("(?<=\\d),(?=\\d{3}\\b)");
    private static final Pattern FRACTION = Pattern.compile(
            "(?:gpu_memory_utilization|mem_fraction_static|kv fraction mostly)\\D{0,3}(0\\.\\d+)");
    private static final Pattern STATIC = Pattern.compile("mem_fraction_static");
    private static final Pattern BATCHED_TOKENS = Pattern.compile("max_num_batched_tokens\\D{0,3}(\\d+)");
    private static final Pattern SEQUENCES = Pattern.compile("max_num_seqs\\D{0,3}(\\d+)");
    private static final Pattern DEVICE_BYTES = Pattern.compile("device_total_memory\\D{0,3}(\\d{9,})");
    /** vLLM's "31.74 GiB x 0.90 = 28.57 total budget". */
    private static final Pattern SHARE_OF_GIB = Pattern.compile("(\\d+\\.\\d+) gib x (0\\.\\d+)");
    private static final Pattern BUDGET = Pattern.compile("budget (\\d+\\.\\d+) gib");
    private static final Pattern STATED_GB = Pattern.compile("(\\d+)\\s*gb\\b");
    // the catalogue's and the name's gigabytes are both rounded: only another variant of the card differs by more
    private static final double SAME_MEMORY = 0.12;
    private static final double GIB = 1 << 30;
    /** CUDA's context on an H100 (llm-d-planner, pull 205: 78.68 of 79.19 GiB are free before vLLM loads anything). */
    private static final double CONTEXT_BYTES = 0.51 * GIB;
    /** What communicators take before weights are loaded: 77.18 GiB are free in groups with experts, 77.66 without. */
    private static final double COMMUNICATOR_BYTES = 1.5 * GIB;

    private MemoryNotes() {
    }

    /** {@code gpu} with the memory that {@code m} says it has. */
    static GpuSpec card(Measurement m, GpuSpec gpu) {
        String notes = notes(m);
        Matcher device = DEVICE_BYTES.matcher(notes);
        Matcher share = SHARE_OF_GIB.matcher(notes);
        Matcher budget = BUDGET.matcher(notes);
        if (device.find()) {
            return gpu.withMemory(Double.parseDouble(device.group(1)));
        }
        if (share.find()) {
            return gpu.withMemory(Double.parseDouble(share.group(1)) * GIB);
        }
        if (budget.find()) {
            return gpu.withMemory(Double.parseDouble(budget.group(1)) * GIB);
        }
        Matcher stated = STATED_GB.matcher(m.gpu().toLowerCase(Locale.ROOT).replace('-', ' '));
        double bytes = stated.find() ? Double.parseDouble(stated.group(1)) * 1e9 : gpu.hbmBytes();
        return Math.abs(bytes / gpu.hbmBytes() - 1) <= SAME_MEMORY ? gpu : gpu.withMemory(bytes);
    }

    /** The share of memory that the engine may fill, where notes give it. */
    static Map<Knob, Double> assumptions(Measurement m) {
        String notes = notes(m);
        Map<Knob, Double> given = new EnumMap<>(Knob.class);
        Matcher fraction = FRACTION.matcher(notes);
        Matcher share = SHARE_OF_GIB.matcher(notes);
        if (fraction.find()) {
            given.put(Knob.USABLE_MEMORY, Double.parseDouble(fraction.group(1)));
        } else if (share.find()) {
            given.put(Knob.USABLE_MEMORY, Double.parseDouble(share.group(2)));
        } else if (BUDGET.matcher(notes).find()) {
            given.put(Knob.USABLE_MEMORY, 1.0);
        } else if (OfflineRuns.requests(m) > 0) {
            given.put(Knob.USABLE_MEMORY, OfflineRuns.USABLE_MEMORY);
        }
        if (STATIC.matcher(notes).find()) {
            // SGLang's static fraction, of what is free before weights are loaded, holds them and the KV cache only
            double part = given.getOrDefault(Knob.USABLE_MEMORY, 1.0);
            given.put(Knob.RESERVE, part * CONTEXT_BYTES);
            given.put(Knob.RESERVE_IN_GROUP, part * COMMUNICATOR_BYTES);
        }
        return given;
    }

    /** Tokens of a pass at most, 0 where notes say nothing. */
    static int batchedTokens(Measurement m, boolean isMemory) {
        Matcher batched = BATCHED_TOKENS.matcher(notes(m));
        if (batched.find()) {
            return Integer.parseInt(batched.group(1));
        }
        // activations lie outside SGLang's static fraction
        return isMemory && STATIC.matcher(notes(m)).find() ? 1 : 0;
    }

    /** Sequences that the engine runs at once at most, 0 where notes say nothing. */
    static int sequences(Measurement m) {
        Matcher sequences = SEQUENCES.matcher(notes(m));
        return sequences.find() ? Integer.parseInt(sequences.group(1)) : 0;
    }

    /** Options as flags spell them and numbers with commas are the same as keys and numbers without. */
    private static String notes(Measurement m) {
        String notes = m.notes().toLowerCase(Locale.ROOT);
        return GROUPS_OF_DIGITS.matcher(HYPHEN.matcher(notes).replaceAll("_")).replaceAll("");
    }
}
