package io.headroom.estimate.memory;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.layout.StageRows;
import io.headroom.format.Dimension;

/**
 * Memory per GPU and stage: weights + KV cache + activations + reserve, and what would still fit.
 *
 * <p>{@code kv.capacityTokens = (HBM*fraction - weights - activations - reserve) / KV bytes per token}, down to whole
 * blocks, never below 0, on the tightest stage. Source: cost model, section 3.
 */
public final class MemoryModel {

    private final Deployment x;
    private final Trace trace;
    private final Weights weights;
    private final KvCache kvCache;
    private final Activations activations;
    private final StageRows stageRows;
    // does not depend on the load; below 0: not known yet
    private final long knownSequences;

    public MemoryModel(Deployment x, Trace trace) {
        this(x, StageRows.each(x), trace);
    }

    /** A model that works out stages that are alike once. */
    public MemoryModel(Deployment x, StageRows stageRows) {
        this(x, stageRows, null);
    }

    private MemoryModel(Deployment x, StageRows stageRows, Trace trace) {
        this.stageRows = stageRows;
        this.knownSequences = -1;
        this.x = x;
        this.trace = trace;
        this.weights = new Weights(x, trace);
        this.kvCache = new KvCache(x, trace);
        this.activations = new Activations(x, trace);
    }

    private MemoryModel(Deployment x, MemoryModel layout, long largestSequences) {
        this.stageRows = layout.stageRows;
        this.knownSequences = largestSequences;
        this.x = x;
        this.trace = null;
        this.weights = layout.weights;
        this.kvCache = layout.kvCache;
        this.activations = layout.activations;
    }

    /** The memory of the same layout, which has room for {@code largestSequences}, under the load of {@code other}. */
    public MemoryModel serving(Deployment other, long largestSequences) {
        return new MemoryModel(other, this, largestSequences);
    }

    /**
     * Most sequences of a rank with which {@link MemoryEstimate#fits()}, at most {@code most}; 0 if none.
     *
     * @param limit what an estimate says
     */
    public long largestSequences(long limit, long most) {
        double usable = x.memoryBytes * x.constants.usableMemoryFraction();
        long b = Math.min(most, limit);
        // the limit adds in another order: in its last bit it may differ
        while (b < most && fits(b + 1, usable)) {
            b++;
        }
        while (b > 0 && !fits(b, usable)) {
            b--;
        }
        return b;
    }

    private boolean fits(long sequences, double usable) {
        for (int row = 0; row < stageRows.count(); row++) {
            int s = stageRows.stage(row);
            double a = activations.stageBytes(s, sequences);
            if (!(weights.stageBytes(s) + kvBytes(s, sequences) + a + Reserve.stageBytes(x, s, a) <= usable)) {
                return false;
            }
        }
        return true;
    }

    private double kvBytes(int stage, double sequences) {
        return kvCache.sequenceBytes(stage, (long) x.inputTokens + x.outputTokens) * sequences;
    }

    /** Memory of every stage and its limits. */
    public MemoryEstimate estimate() {
        StageMemory[] stages = new StageMemory[x.pipeline()];
        if (trace != null) {
            Reserve.explainSampler(x, trace);
        }
        int worst = 0;
        for (int s = 0; s < stages.length; s++) {
            int alike = stageRows.stage(stageRows.row(s));
            stages[s] = alike == s ? stage(s) : stages[alike];
            worst = stages[s].total() > stages[worst].total() ? s : worst;
        }
        double capacity = x.memoryBytes;
        double usable = capacity * x.constants.usableMemoryFraction();
        double tokens = capacityTokens(stages, usable);
        MemoryLimits limits = new MemoryLimits(x, kvCache, stages, stageRows, usable);
        long sequences = knownSequences < 0 ? limits.largestSequences() : knownSequences;
        MemoryEstimate estimate = new MemoryEstimate(stages, worst, capacity, usable, sequences, tokens,
                MemoryLimits.largestBatch(sequences, x.ranks()), limits::longestContext);
        explain(estimate);
        return estimate;
    }

    private StageMemory stage(int stage) {
        if (trace != null) {
            trace.open("memory of stage " + stage);
        }
        double w = weights.stageBytes(stage);
        double kv = kvBytes(stage, x.sequences);
        double a = activations.stageBytes(stage, x.sequences);
        double kept = Reserve.stageBytes(x, stage, a);
        double total = w + kv + a + kept;
        if (trace != null) {
            kvCache.explain(trace, stage, x.sequences, kv);
            Reserve.explain(x, trace, stage, kept);
            trace.result("total", "Memory of stage " + stage, "weights + kvCache + activations + "
                    + (Reserve.isPlain(x, stage) ? "reserve" : "kept"), total, Dimension.BYTES);
            for (String symbol : new String[] {"weights", "kvCache", "activations", "total"}) {
                trace.export(symbol, symbol + "_stage" + stage);
            }
            if (!Reserve.isPlain(x, stage)) {
                trace.export("kept", "kept_stage" + stage);
            }
            trace.close();
        }
        return new StageMemory(x.stages.layers(stage), w, kv, a, kept, total);
    }

    private double capacityTokens(StageMemory[] stages, double usable) {
        double fewest = Double.POSITIVE_INFINITY;
        for (int row = 0; row < stageRows.count(); row++) {
            int s = stageRows.stage(row);
            double perToken = kvCache.tokenBytes(s);
            if (perToken > 0) {
                StageMemory m = stages[s];
                double tokens = (usable - m.weights() - m.activations() - m.reserve()) / perToken;
                fewest = Math.min(fewest, tokens);
            }
        }
        // no stage keeps keys and values: nothing binds
        return Double.isInfinite(fewest) ? MemoryLimits.NO_LIMIT
                : Math.max(0, Math.floor(fewest / KvCache.BLOCK_TOKENS) * KvCache.BLOCK_TOKENS);
    }

    private void explain(MemoryEstimate m) {
        if (trace == null) {
            return;
        }
        int s = m.worstStage();
        for (String part : new String[] {"weights", "kvCache", "activations", "total"}) {
            trace.result("memory." + part, "Memory on the fullest GPU: " + part, part + "_stage" + s, switch (part) {
                case "weights" -> m.worst().weights();
                case "kvCache" -> m.worst().kvCache();
                case "activations" -> m.worst().activations();
                default -> m.worst().total();
            }, Dimension.BYTES);
        }
        trace.result("memory.reserve", "Reserve", Reserve.isPlain(x, s) ? "reserve" : "kept_stage" + s, m.worst().reserve(),
                Dimension.BYTES);
        trace.result("memory.utilization", "Memory utilisation", "total_stage" + s + " / hbmBytes",
                m.worst().total() / m.capacityBytes(), Dimension.FRACTION);
    }
}
