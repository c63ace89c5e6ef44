package io.headroom.metamorphic.relation;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.catalog.Attention;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.NumberFormat;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.memory.StageMemory;
import io.headroom.metamorphic.Claims;
import io.headroom.metamorphic.Relation;
import io.headroom.metamorphic.Sample;
import io.headroom.metamorphic.Verdict;
import io.headroom.metamorphic.plans.Vary;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.List;

/** Weights and KV cache: M1, M3 to M6, M29. */
final class MemoryRelations {

    private static final int BLOCK = 16;
    private static final double BF16 = 2;

    private MemoryRelations() {
    }

    static List<Relation> all() {
        return List.of(
                new Relation("M1", "weights of all GPUs less the named copies are the parameters",
                        MemoryRelations::once),
                new Relation("M3a", "twice the sequences, twice the KV cache, exactly",
                        MemoryRelations::twiceTheSequences),
                new Relation("M3b", "KV cache is allotted in whole blocks of 16 tokens", MemoryRelations::blocks),
                new Relation("M4a", "KV cache grows as much with every block, once windows are full",
                        MemoryRelations::slope),
                new Relation("M4b", "input and output tokens cost the same KV cache", MemoryRelations::inputIsOutput),
                new Relation("M4c", "a window keeps its own tokens and no more", MemoryRelations::window),
                new Relation("M5", "t splits KV heads until one is left, p the layers, c the tokens; t no latent cache",
                        MemoryRelations::splitCache),
                new Relation("M6a", "KV cache in proportion to its bytes, weights untouched", MemoryRelations::kvBytes),
                new Relation("M6b", "weights = q * quantised + what stays bf16", MemoryRelations::weightBytes),
                new Relation("M29", "KV cache in proportion to KV heads", MemoryRelations::kvHeads));
    }

    /**
     * In bf16, bytes = 2 * elements. Copies: norms and router on each of the W GPUs, latent down-projections too, what TP
     * splits W/t times, KV projections W/min(t, g) times, experts by ceil(E/e)*e/E, tied tables twice when p > 1.
     */
    private static Verdict once(Sample sample) {
        Plan plan = Vary.bf16(sample.plan());
        Estimate e = estimate(plan);
        Parallelism p = plan.parallelism();
        Shape s = sample.shape();
        Counts c = new Counts(plan);
        double w = e.groups().stageGpus();
        double group = w / p.tensor();
        int moe = c.moeLayers();
        int softmax = s.layers() - c.linearLayers();
        double copies = (2.0 * s.layers() + 1) * s.hidden() * (w - 1) + moe * c.router() * (w - 1)
                + softmax * (c.splitAttention() * (group - 1) + c.down() * (w - 1)
                        + c.keyValue() * (w / Math.min(p.tensor(), c.kvHeads()) - 1))
                + ((s.layers() - moe) * c.dense() + moe * c.shared() + c.table()) * (group - 1);
        copies += s.linearAttention() == null ? 0 : c.linearLayers() * (c.linearMatrices() + c.taps()) * (group - 1);
        if (moe > 0) {
            double held = Math.ceil((double) s.moe().experts() / p.expert()) * p.expert();
            copies += moe * c.expert() * (held - s.moe().experts());
        }
        boolean isSecond = s.tiedEmbeddings() && p.pipeline() > 1;
        copies += s.tiedEmbeddings() ? isSecond ? c.table() * group : 0 : c.table() * (group - 1);
        double held = w * sum(e, Part.WEIGHTS);
        return new Claims().near("bytes held once", BF16 * plan.model().parameters().total(), held - BF16 * copies, held)
                .verdict();
    }

    private static Verdict twiceTheSequences(Sample s) {
        int ranks = s.ranks();
        Estimate one = estimate(Vary.requests(s.plan(), ranks * s.sequences()));
        Estimate two = estimate(Vary.requests(s.plan(), ranks * s.sequences() * 2));
        Claims claims = new Claims();
        for (int i = 0; i < one.memory().stages().length; i++) {
            claims.same("KV cache of stage " + i, 2 * one.memory().stages()[i].kvCache(), two.memory().stages()[i].kvCache());
        }
        return claims.verdict();
    }

    private static Verdict blocks(Sample s) {
        int tokens = s.workload().inputTokens() + s.workload().outputTokens();
        int whole = (tokens + BLOCK - 1) / BLOCK * BLOCK;
        double now = sum(s.estimate(), Part.KV_CACHE);
        Claims claims = new Claims().same("KV cache to the end of the block", now, atTokens(s.plan(), whole))
                .atMost("KV cache of one token more", now, atTokens(s.plan(), whole + 1));
        if (s.shape().slidingWindow() == null) {
            claims.near("bytes of a block", atTokens(s.plan(), whole + 1) - now,
                    atTokens(s.plan(), whole + 1 + BLOCK) - atTokens(s.plan(), whole + 1), now);
        }
        return claims.verdict();
    }

    /** Counted in blocks, beyond the window where there is one. State of linear layers does not grow at all. */
    private static Verdict slope(Sample s) {
        int window = s.shape().slidingWindow() == null ? 0 : s.shape().slidingWindow().windowTokens();
        int step = BLOCK * s.random().nextInt(1, 100);
        int from = (Math.max(window, s.workload().inputTokens() + 1) + BLOCK) / BLOCK * BLOCK;
        double a = atTokens(s.plan(), from);
        double b = atTokens(s.plan(), from + step);
        double c = atTokens(s.plan(), from + 2 * step);
        Claims claims = new Claims().near("growth", b - a, c - b, c);
        boolean grows = new Counts(s.plan()).count(l -> true) - new Counts(s.plan()).slidingLayers()
                - new Counts(s.plan()).linearLayers() > 0;
        if (!grows) {
            claims.same("KV cache that cannot grow", a, b);
        } else if (window == 0 && s.shape().linearAttention() == null) {
            claims.near("KV cache through the origin", a / from, c / (from + 2 * step));
        }
        return claims.verdict();
    }

    private static Verdict inputIsOutput(Sample s) {
        int in = s.workload().inputTokens();
        int out = s.workload().outputTokens();
        double more = sum(estimate(Vary.tokens(s.plan(), in + BLOCK, out)), Part.KV_CACHE);
        return new Claims().same("16 more tokens", more,
                sum(estimate(Vary.tokens(s.plan(), in, out + BLOCK)), Part.KV_CACHE)).verdict();
    }

    private static Verdict window(Sample s) {
        Shape shape = s.shape();
        if (!(shape.attention() instanceof Attention.GroupedQuery) || shape.linearAttention() != null) {
            return Verdict.NOT_EXERCISED;
        }
        int w = s.random().nextInt(2, 300);
        Plan sliding = Vary.shape(s.plan(), Vary.layers(shape, shape.layers(),
                new io.headroom.catalog.ModelSpec.SlidingWindow(w, 0), null));
        Plan full = Vary.shape(s.plan(), Vary.layers(shape, shape.layers(), null, null));
        double kept = atTokens(Vary.tokens(sliding, 1, 1), 10 * BLOCK + w);
        return new Claims().same("KV cache of a full window", atTokens(Vary.tokens(full, 1, 1), w), kept).verdict();
    }

    /** Whole TP x CP groups (e = 1), so that every rank holds the same sequences whatever t. */
    private static Verdict splitCache(Sample s) {
        Parallelism p = s.degrees();
        Counts counts = new Counts(s.plan());
        boolean isLatent = s.shape().attention() instanceof Attention.Latent;
        boolean hasState = counts.linearLayers() > 0;
        if (hasState && (p.context() > 1 || p.tensor() > (isLatent ? 1 : counts.kvHeads()))) {
            // state is split by t alone, keys and values are not: one factor for both exists only here
            return Verdict.NOT_EXERCISED;
        }
        double split = isLatent ? 1 : Math.min(p.tensor(), counts.kvHeads());
        Estimate one = estimate(Vary.degrees(s.plan(), 1, 1, 1, 1));
        Estimate many = estimate(Vary.degrees(s.plan(), p.tensor(), p.pipeline(), 1, p.context()));
        return new Claims().near("KV cache of a GPU", sum(one, Part.KV_CACHE),
                sum(many, Part.KV_CACHE) * split * p.context()).verdict();
    }

    private static Verdict kvBytes(Sample s) {
        double[] kv = new double[3];
        NumberFormat[] formats = {NumberFormat.BF16, NumberFormat.FP8, NumberFormat.NVFP4};
        Claims claims = new Claims();
        for (int i = 0; i < formats.length; i++) {
            Estimate e = estimate(s.plan().withPrecision(s.plan().precision().withKvCache(formats[i])));
            kv[i] = sum(e, Part.KV_CACHE);
            claims.same("weights", sum(s.estimate(), Part.WEIGHTS), sum(e, Part.WEIGHTS));
        }
        if (new Counts(s.plan()).linearLayers() == 0) {
            claims.same("fp8 of bf16", kv[0] / 2, kv[1]).near("nvfp4 of fp8", kv[1] * 4.5 / 8, kv[2]);
        } else {
            // the state of linear layers stays
            claims.near("slope", kv[0] - kv[1], (kv[1] - kv[2]) / (1 - 4.5 / 8), kv[0]);
        }
        return claims.verdict();
    }

    private static Verdict weightBytes(Sample s) {
        double two = weightsIn(s, NumberFormat.BF16);
        double one = weightsIn(s, NumberFormat.FP8);
        double half = weightsIn(s, NumberFormat.INT4);
        Claims claims = new Claims().near("slope", two - one, (one - half) / (1 - 4.25 / 8), two);
        Counts c = new Counts(s.plan());
        Shape shape = s.shape();
        int tables = shape.tiedEmbeddings() && s.degrees().pipeline() == 1 ? 1 : 2;
        double rest = BF16 * ((2.0 * shape.layers() + 1) * shape.hidden() + c.moeLayers() * c.router()
                + tables * c.table() / s.degrees().tensor());
        claims.near("what stays bf16", rest, 2 * one - two, two);
        if (c.moeLayers() > 0) {
            Precision p = Precision.BF16;
            double experts = sum(estimate(s.plan().withPrecision(p.withExperts(NumberFormat.FP8))), Part.WEIGHTS);
            double others = sum(estimate(s.plan().withPrecision(p.withWeights(NumberFormat.FP8)
                    .withExperts(NumberFormat.BF16))), Part.WEIGHTS);
            claims.near("experts and others apart", two - one, two - experts + two - others, two);
        }
        return claims.verdict();
    }

    private static double weightsIn(Sample s, NumberFormat format) {
        return sum(estimate(Vary.weights(s.plan(), format)), Part.WEIGHTS);
    }

    private static Verdict kvHeads(Sample s) {
        if (!(s.shape().attention() instanceof Attention.GroupedQuery g) || new Counts(s.plan()).linearLayers() > 0) {
            return Verdict.NOT_EXERCISED;
        }
        Plan plan = Vary.degrees(s.plan(), 1, s.degrees().pipeline(), 1, 1);
        Plan all = Vary.shape(plan, Vary.attention(s.shape(),
                new Attention.GroupedQuery(g.heads(), g.heads(), g.headDim(), g.outputGate())));
        return new Claims().near("KV cache", sum(estimate(all), Part.KV_CACHE) * g.kvHeads() / g.heads(),
                sum(estimate(plan), Part.KV_CACHE)).verdict();
    }

    /** KV cache at so many tokens, the input first as it is, else one token. */
    private static double atTokens(Plan plan, int tokens) {
        int in = Math.min(plan.workload().inputTokens(), tokens - 1);
        return sum(estimate(Vary.tokens(plan, in, tokens - in)), Part.KV_CACHE);
    }

    /** What of a stage's memory. */
    private enum Part { WEIGHTS, KV_CACHE }

    private static double sum(Estimate e, Part part) {
        double sum = 0;
        for (StageMemory m : e.memory().stages()) {
            sum += part == Part.WEIGHTS ? m.weights() : m.kvCache();
        }
        return sum;
    }
}
