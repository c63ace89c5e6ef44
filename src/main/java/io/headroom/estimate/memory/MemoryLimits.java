package io.headroom.estimate.memory;

import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.layout.StageRows;

/**
 * The largest batch and the longest context at which every stage still fits, by search over the memory formulas.
 *
 * <p>Both formulas rise with their argument, so a bisection finds the one whole number that fits while the next does
 * not. It starts from the straight line through one known point, which is nearly always exact.
 */
final class MemoryLimits {

    /** Largest answer: what is written where nothing binds. */
    static final long NO_LIMIT = 1L << 30;

    private final Deployment x;
    private final KvCache kvCache;
    private final Activations activations;
    private final StageMemory[] stages;
    private final StageRows stageRows;
    private final double usable;

    MemoryLimits(Deployment x, KvCache kvCache, StageMemory[] stages, StageRows stageRows, double usable) {
        this.stageRows = stageRows;
        this.x = x;
        this.kvCache = kvCache;
        this.activations = new Activations(x, null);
        this.stages = stages;
        this.usable = usable;
    }

    /** Most sequences of a rank that fit, other inputs fixed; 0 if none. */
    long largestSequences() {
        long b = NO_LIMIT + 1;
        for (int row = 0; row < stageRows.count() && b > 0; row++) {
            b = Math.min(b, largestSequences(stageRows.stage(row), b));
        }
        return b;
    }

    /** Largest whole B of which no rank has more than {@code sequences}. */
    static long largestBatch(long sequences, long ranks) {
        // ceil(B / ranks) sequences fit for every B up to that many times ranks
        return Math.min(NO_LIMIT, Math.min(sequences, NO_LIMIT / ranks + 1) * ranks);
    }

    private long largestSequences(int stage, long most) {
        double perSequence = kvCache.sequenceBytes(stage, (long) x.inputTokens + x.outputTokens);
        StageMemory m = stages[stage];
        double weights = m.weights();
        double free = usable - weights - m.reserve() - m.activations();
        boolean growsLogits = stage == stages.length - 1 && !Reserve.isOfSampler(x, stage, m.activations());
        double slope = perSequence + (growsLogits ? 4.0 * x.shape.vocabulary() / x.tp : 0);
        long guess = (long) Math.floor((free + slope * x.sequences - perSequence * x.sequences) / slope);
        double tensors = activations.tensorBytes(stage, x.chunkTokens);
        return largest(most, guess, b -> {
            double a = (b <= x.chunkTokens ? tensors : activations.tensorBytes(stage, b))
                    + activations.logitBytes(stage, b);
            return weights + Reserve.stageBytes(x, stage, a) + perSequence * b + a <= usable;
        });
    }

    /** Largest whole S + O that fits, other inputs fixed; 0 if none. */
    long longestContext() {
        long tokens = NO_LIMIT;
        for (int row = 0; row < stageRows.count() && tokens > 0; row++) {
            tokens = Math.min(tokens, longestContext(stageRows.stage(row), tokens));
        }
        return tokens;
    }

    private long longestContext(int stage, long most) {
        StageMemory m = stages[stage];
        double growth = kvCache.growthBytes(stage) * x.sequences;
        double atOneBlock = kvCache.sequenceBytes(stage, 1) * x.sequences;
        double fixed = m.weights() + m.activations() + m.reserve();
        long blocks = growth > 0
                ? (long) Math.floor((usable - fixed - atOneBlock) / (growth * KvCache.BLOCK_TOKENS)) + 1 : NO_LIMIT;
        return largest(most, blocks * KvCache.BLOCK_TOKENS,
                tokens -> m.weights() + kvCache.sequenceBytes(stage, tokens) * x.sequences + m.activations()
                        + m.reserve() <= usable);
    }

    /** Whether a number fits; true up to some number and false beyond it. */
    private interface Fits {
        boolean test(long n);
    }

    /** Largest n in [0, most] that fits, searched outwards from {@code guess}; 0 where not even 1 fits. */
    private static long largest(long most, long guess, Fits fits) {
        long low = 0;
        long high = most + 1;
        long probe = Math.clamp(guess, 1, most);
        long step = 1;
        while (high - low > 1) {
            if (fits.test(probe)) {
                low = probe;
                probe = probe + step;
            } else {
                high = probe;
                probe = probe - step;
            }
            step *= 2;
            if (probe <= low || probe >= high) {
                probe = low + (high - low) / 2;
            }
        }
        return low;
    }
}
