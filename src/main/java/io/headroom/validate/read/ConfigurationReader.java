package io.headroom.validate.read;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.Knob;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.Profile;
import io.headroom.catalog.engine.EngineSpec.Limits;
import io.headroom.catalog.engine.Generation;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import io.headroom.validate.read.Quantity.Phase;
import io.headroom.validate.read.Reading.Configuration;
import io.headroom.validate.read.Reading.Skipped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns a row into the plan that it measured, or says why it cannot be one. */
public final class ConfigurationReader {

    private static final Pattern SPECULATIVE =
            Pattern.compile("(?<!no )(?<!not )(?<!without )(?:speculative|\\bmtp\\b|eagle|medusa|draft model)");
    private static final Pattern SHARED_PREFIX =
            Pattern.compile("prefix cach\\w* (?:was )?(?:on|enabled)|shared (?:system )?pr|cache hits");
    private static final double GIB = 1 << 30;

    private final Aliases aliases;
    private final Profile profile;
    private final boolean includeTierC;

    /**
     * @param aliases names of models, accelerators and engines
     * @param profile assumptions of every plan
     * @param includeTierC whether rows that are not for error statistics are read too
     */
    public ConfigurationReader(Aliases aliases, Profile profile, boolean includeTierC) {
        this.aliases = aliases;
        this.profile = profile;
        this.includeTierC = includeTierC;
    }

    /** What {@code m} is. */
    public Reading read(Measurement m) {
        try {
            return configuration(m);
        } catch (Unreadable e) {
            return new Skipped(m, e.getMessage(), e.detail());
        }
    }

    private Configuration configuration(Measurement m) throws Unreadable {
        if (!m.damage().isEmpty()) {
            throw new Unreadable("row cut short", m.damage());
        }
        Quantity quantity = Quantity.of(m);
        refuse(m, quantity);
        ModelSpec model = aliases.model(m.model())
                .orElseThrow(() -> new Unreadable("model not in the catalogue", m.model()));
        String engine = aliases.engine(m.engine());
        GpuSpec gpu = gpu(m, quantity);
        Load load = quantity.isMemory() ? new Load.None() : LoadReader.load(m, engine, gpu.architecture());
        Parallelism layout = LayoutReader.layout(m, model);
        String generation = Generation.of(engine, m.engineVersion(), m.date());
        Map<Knob, Double> given = new EnumMap<>(Knob.class);
        given.putAll(profile.memoryOf(generation, m.engineVersion(), m.date()));
        given.putAll(MemoryNotes.assumptions(m));
        Assumptions assumptions = new Assumptions(profile, generation, given);
        Limits limits = assumptions.engineSpec().on(gpu.architecture()).limits(gpu.hbmBytes());
        Plan plan = Plan.of(m.id(), model, Hardware.of(gpu), assumptions)
                .withPrecision(PrecisionReader.precision(m, model, gpu, engine)).withParallelism(layout)
                .withWorkload(workload(m, quantity, load, limits));
        return new Configuration(m, quantity, plan, load, siPerUnit(m, quantity), "trtllm".equals(engine));
    }

    private void refuse(Measurement m, Quantity quantity) throws Unreadable {
        String notes = m.notes().toLowerCase(Locale.ROOT);
        if (Double.isNaN(m.value()) || m.value() <= 0) {
            throw new Unreadable("no positive value", "");
        }
        switch (quantity) {
            case UNKNOWN -> throw new Unreadable("metric not known", m.metric() + " in " + m.unit());
            case KERNEL -> throw new Unreadable("one kernel, not a deployment", "");
            case COLLECTIVE -> throw new Unreadable("one collective, not a deployment", "");
            default -> {
            }
        }
        if (m.tier().equalsIgnoreCase("C") && !includeTierC) {
            throw new Unreadable("tier C", "");
        }
        if (!quantity.isMemory() && SPECULATIVE.matcher(notes).find()) {
            throw new Unreadable("speculative decoding", "");
        }
        if (!quantity.isMemory() && notes.contains("disagg")) {
            throw new Unreadable("prefill and decode on separate GPUs", "");
        }
        if (quantity.phase() == Phase.PREFILL && SHARED_PREFIX.matcher(notes).find()
                && LoadReader.uncachedTokens(notes) == 0) {
            throw new Unreadable("prompts share a cached prefix", "");
        }
    }

    private GpuSpec gpu(Measurement m, Quantity quantity) throws Unreadable {
        GpuSpec gpu = aliases.gpu(m.gpu()).orElse(null);
        if (gpu == null) {
            if (quantity != Quantity.WEIGHTS_MEMORY) {
                throw new Unreadable("accelerator not in the catalogue or not certain", m.gpu());
            }
            // weights take the same bytes on every accelerator, but for what an engine's kernels pad
            return aliases.catalog().gpus().getFirst();
        }
        return MemoryNotes.card(m, gpu);
    }

    private static Workload workload(Measurement m, Quantity quantity, Load load, Limits limits) throws Unreadable {
        Workload w = Workload.DEFAULT.withConcurrentRequests(switch (load) {
            case Load.Closed c -> c.requests();
            case Load.Static s -> s.requests();
            case Load.Open _, Load.Offline _, Load.None _ -> 1;
        });
        int batched = MemoryNotes.batchedTokens(m, quantity.isMemory());
        w = batched > 0 ? w.withMaxBatchedTokens(batched) : w;
        if (quantity == Quantity.KV_TOKENS || quantity == Quantity.KV_MEMORY || quantity == Quantity.WEIGHTS_MEMORY) {
            // the prompt of no request is asked about, and the limits of the engine decide what it keeps
            return w.withInputTokens(1).withOutputTokens(1).withMaxConcurrentSequences(MemoryNotes.sequences(m))
                    .withMaxBatchedTokens(batched > 0 ? batched : limits.batchedTokens());
        }
        int input = LoadReader.tokens(m.inputTokens(), "input length", m.notes());
        boolean needsOutput = quantity != Quantity.TTFT || !m.outputTokens().isBlank();
        int output = needsOutput ? LoadReader.tokens(m.outputTokens(), "output length", m.notes()) : 1;
        if (quantity == Quantity.TPOT && output < 2) {
            throw new Unreadable("time per output token of a single token", m.outputTokens());
        }
        if (quantity == Quantity.PEAK_MEMORY) {
            w = w.withMaxBatchedTokens(Math.max(input, 1));
        }
        return w.withInputTokens(input).withOutputTokens(output);
    }

    private static double siPerUnit(Measurement m, Quantity quantity) throws Unreadable {
        String unit = (m.unit().isBlank() ? m.metric() : m.unit()).strip().toLowerCase(Locale.ROOT);
        String metric = m.metric().toLowerCase(Locale.ROOT);
        return switch (quantity.phase()) {
            case PREFILL, DECODE, REQUEST -> seconds(unit, metric);
            case MEMORY -> quantity == Quantity.KV_TOKENS ? 1 : bytes(unit, m);
            default -> unit.startsWith("k") ? 1e3 : 1;
        };
    }

    private static double seconds(String unit, String metric) throws Unreadable {
        if (unit.startsWith("ms") || unit.startsWith("milli") || unit.endsWith("_ms")) {
            return 1e-3;
        }
        if (unit.startsWith("us") || unit.startsWith("µs") || unit.startsWith("micro") || unit.endsWith("_us")) {
            return 1e-6;
        }
        if (unit.equals("s") || unit.startsWith("sec") || unit.endsWith("_s")) {
            return 1;
        }
        throw new Unreadable("unit of time not known", unit + " of " + metric);
    }

    private static double bytes(String unit, Measurement m) throws Unreadable {
        if (unit.startsWith("mib") || unit.startsWith("mb")) {
            // every engine and nvidia-smi divide by 2^20 whatever they print
            return 1 << 20;
        }
        if (unit.startsWith("gib") || unit.startsWith("gb") || unit.endsWith("_gb")) {
            return GIB;
        }
        if (unit.startsWith("byte") || unit.equals("b")) {
            return 1;
        }
        throw new Unreadable("unit of memory not known", m.unit());
    }
}
