package io.headroom.metamorphic.relation;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.catalog.Attention;
import io.headroom.catalog.Knob;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.ModelSpec.SlidingWindow;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.estimate.memory.StageMemory;
import io.headroom.metamorphic.Claims;
import io.headroom.metamorphic.Relation;
import io.headroom.metamorphic.Sample;
import io.headroom.metamorphic.Verdict;
import io.headroom.metamorphic.plans.Vary;
import io.headroom.plan.Plan;
import java.util.List;

/** Bytes, FLOP and seconds of prefill and decode: M9, M10, M13 to M15, M18. */
final class TimingRelations {

    private static final int BLOCK = 16;
    private static final double BF16 = 2;

    private TimingRelations() {
    }

    static List<Relation> all() {
        return List.of(
                new Relation("M9a", "a decode step takes at least the time of what it must read",
                        TimingRelations::readBound),
                new Relation("M9b", "a decode pass reads the stored weights less the named rest, and its own KV cache",
                        TimingRelations::readIsStored),
                new Relation("M10a", "a prompt takes at least FLOP / peak of the GPUs", TimingRelations::computeBound),
                new Relation("M10b", "FLOP of a prompt = 2 * what each token multiplies + scores, whatever the chunks",
                        TimingRelations::promptFlop),
                new Relation("M13a", "one token more in the prompt is never faster", TimingRelations::longerPrompt),
                new Relation("M13b", "a decode step is never faster at a longer context",
                        TimingRelations::longerContext),
                new Relation("M13c", "a decode step is never faster with more whole micro-batches' requests",
                        TimingRelations::moreRequests),
                new Relation("M13d", "a burst of more requests never ends earlier", TimingRelations::largerBurst),
                new Relation("M13e", "TTFT knows nothing of the output's length", TimingRelations::outputIsLater),
                new Relation("M13f", "a window that nothing leaves is full attention", TimingRelations::wideWindow),
                new Relation("M14", "FLOP of a prompt of twice the tokens: at least twice, the head apart",
                        TimingRelations::twiceThePrompt),
                new Relation("M15", "decode rate never falls when whole micro-batches double",
                        TimingRelations::decodeRate),
                new Relation("M18a", "bubble share follows from micro-batches and imbalance", TimingRelations::bubble),
                new Relation("M18b", "step and TTFT are stages in a row, then the slowest", TimingRelations::stages),
                new Relation("M18c", "a step overhead is paid once a pass", TimingRelations::stepOverhead));
    }

    private static Verdict readBound(Sample s) {
        return new Claims().atMost("bound.tpot", s.get(Metric.BOUND_TPOT), s.get(Metric.DECODE_STEP))
                .atMost("decode.step", s.get(Metric.DECODE_STEP), s.get(Metric.TPOT_STEADY)).verdict();
    }

    /**
     * Stored and read at one context, a whole number of blocks, n sequences a rank. Not read: the embedding (rows only),
     * norms, taps of convolutions, the state of linear layers, experts that no token of the group chose, and padding.
     */
    private static Verdict readIsStored(Sample s) {
        Shape shape = s.shape();
        SlidingWindow sliding = shape.slidingWindow();
        if (shape.linearAttention() != null || sliding != null && sliding.windowTokens() % BLOCK != 0) {
            return Verdict.NOT_EXERCISED;
        }
        int n = s.random().nextInt(1, 40);
        int context = BLOCK * s.random().nextInt(10, 500);
        Plan filled = Vary.tokens(Vary.requests(s.plan(), n * s.ranks()), 1, context - 1);
        Plan reading = Vary.tokens(Vary.requests(s.plan(), n * s.ranks() * s.degrees().pipeline()), context - BLOCK,
                2 * BLOCK);
        Estimate stored = estimate(filled);
        double bytes = 0;
        for (StageMemory m : stored.memory().stages()) {
            bytes += m.weights() + m.kvCache();
        }
        Counts c = new Counts(s.plan());
        bytes -= BF16 * (2.0 * shape.layers() + 1) * shape.hidden();
        boolean isOneTable = shape.tiedEmbeddings() && s.degrees().pipeline() == 1;
        bytes -= isOneTable ? 0 : BF16 * c.table() / s.degrees().tensor();
        if (c.moeLayers() > 0) {
            double held = Math.ceil((double) shape.moe().experts() / s.degrees().expert());
            double groupTokens = (double) n * s.estimate().groups().attentionData();
            double chosen = (double) shape.moe().topK() / shape.moe().experts();
            double skew = s.plan().assumptions().constants().expertSkew();
            // share of experts that a negative binomial of shape 1 / skew draws no times
            double idle = held * (skew == 0 ? Math.pow(1 - chosen, groupTokens)
                    : Math.min(1 - chosen, Math.exp(-Math.log1p(skew * groupTokens * chosen) / skew)));
            bytes -= c.moeLayers() * (idle + held * c.padding(s.estimate().groups().expertTensor())) * c.expert() / s.estimate().groups().expertTensor()
                    * s.plan().precision().experts().bytesPerElement();
        }
        double read = estimate(reading).get(Metric.BOUND_TPOT) * s.plan().hardware().gpu().hbmBytesPerSecond();
        return new Claims().near("bytes read", bytes, read).verdict();
    }

    private static Verdict computeBound(Sample s) {
        double all = s.estimate().groups().replicaGpus() * s.plan().hardware().gpu().peakFlops().values().stream()
                .mapToDouble(Double::doubleValue).max().orElseThrow();
        return new Claims().atMost("bound.ttft.alone", s.get(Metric.BOUND_TTFT_ALONE), s.get(Metric.TTFT_ALONE))
                .atMost("FLOP / largest peak", s.get(Metric.PREFILL_FLOPS) / all, s.get(Metric.BOUND_TTFT_ALONE)).verdict();
    }

    private static Verdict promptFlop(Sample s) {
        Estimate e = estimate(Vary.knob(s.plan(), Knob.EXPERT_IMBALANCE, 1));
        return new Claims().near("prefill.flops", new Counts(s.plan()).promptFlop(s.workload().inputTokens()),
                e.get(Metric.PREFILL_FLOPS)).verdict();
    }

    private static Verdict longerPrompt(Sample s) {
        Estimate e = estimate(Vary.tokens(s.plan(), s.workload().inputTokens() + 1, s.workload().outputTokens()));
        return new Claims().atMost("ttft.alone", s.get(Metric.TTFT_ALONE), e.get(Metric.TTFT_ALONE))
                .atMost("prefill.flops", s.get(Metric.PREFILL_FLOPS), e.get(Metric.PREFILL_FLOPS)).verdict();
    }

    /** At whole contexts S + O/2: half a token over a window the mean of what is seen is an eighth above the window. */
    private static Verdict longerContext(Sample s) {
        int in = s.workload().inputTokens();
        int out = (s.workload().outputTokens() + 1) / 2 * 2;
        Estimate one = estimate(Vary.tokens(s.plan(), in, out));
        Estimate longer = estimate(Vary.tokens(s.plan(), in, out + 2));
        Claims claims = new Claims().atMost("decode.step", one.get(Metric.DECODE_STEP), longer.get(Metric.DECODE_STEP));
        if (s.shape().slidingWindow() != null && s.shape().slidingWindow().fullEvery() == 0
                && in >= s.shape().slidingWindow().windowTokens()) {
            claims.same("decode.step behind a window", one.get(Metric.DECODE_STEP), longer.get(Metric.DECODE_STEP));
        }
        return claims.verdict();
    }

    /** Unequal micro-batches, or ranks of which some idle, may be slower with fewer requests. */
    private static Verdict moreRequests(Sample s) {
        int whole = s.ranks() * s.degrees().pipeline();
        int n = s.random().nextInt(1, 100);
        Estimate fewer = estimate(Vary.requests(s.plan(), whole * n));
        Estimate more = estimate(Vary.requests(s.plan(), whole * (n + 1)));
        return new Claims().atMost("decode.step", fewer.get(Metric.DECODE_STEP), more.get(Metric.DECODE_STEP))
                .atMost("bytes", fewer.get(Metric.DECODE_BYTES_PER_GPU), more.get(Metric.DECODE_BYTES_PER_GPU)).verdict();
    }

    private static Verdict largerBurst(Sample s) {
        Estimate more = estimate(Vary.requests(s.plan(), s.workload().concurrentRequests() + 1));
        Estimate one = estimate(Vary.requests(s.plan(), 1));
        return new Claims().atMost("ttft.burst.last", s.get(Metric.TTFT_BURST_LAST), more.get(Metric.TTFT_BURST_LAST))
                .atMost("first", s.get(Metric.TTFT_BURST_FIRST), s.get(Metric.TTFT_BURST_MEAN))
                .atMost("mean", s.get(Metric.TTFT_BURST_MEAN), s.get(Metric.TTFT_BURST_LAST))
                .atMost("ttft.alone", s.get(Metric.TTFT_ALONE), s.get(Metric.TTFT_BURST_FIRST))
                .near("ttft.burst.last of one", s.get(Metric.TTFT_ALONE), one.get(Metric.TTFT_BURST_LAST)).verdict();
    }

    private static Verdict outputIsLater(Sample s) {
        Estimate e = estimate(Vary.tokens(s.plan(), s.workload().inputTokens(), s.workload().outputTokens() * 2 + 7));
        Claims claims = new Claims();
        for (Metric m : List.of(Metric.TTFT_ALONE, Metric.TTFT_BURST_FIRST, Metric.TTFT_BURST_MEAN,
                Metric.TTFT_BURST_LAST)) {
            claims.same(m.id(), s.get(m), e.get(m));
        }
        return claims.verdict();
    }

    private static Verdict wideWindow(Sample s) {
        Shape shape = s.shape();
        if (!(shape.attention() instanceof Attention.GroupedQuery)) {
            return Verdict.NOT_EXERCISED;
        }
        SlidingWindow wide = new SlidingWindow(1 << 29, s.random().nextInt(2, 5));
        Estimate full = estimate(Vary.shape(s.plan(), Vary.layers(shape, shape.layers(), null, shape.linearAttention())));
        Estimate slides = estimate(Vary.shape(s.plan(), Vary.layers(shape, shape.layers(), wide, shape.linearAttention())));
        Claims claims = new Claims();
        Times.WAITS.forEach(m -> claims.near(m.id(), full.get(m), slides.get(m)));
        return claims.near("memory", full.get(Metric.MEMORY_TOTAL), slides.get(Metric.MEMORY_TOTAL)).verdict();
    }

    private static Verdict twiceThePrompt(Sample s) {
        Estimate twice = estimate(Vary.tokens(s.plan(), 2 * s.workload().inputTokens(), s.workload().outputTokens()));
        double head = new Counts(s.plan()).headFlop();
        double one = s.get(Metric.PREFILL_FLOPS) - head;
        return new Claims().atMost("twice the FLOP", 2 * one, twice.get(Metric.PREFILL_FLOPS) - head).verdict();
    }

    private static Verdict decodeRate(Sample s) {
        int whole = s.ranks() * s.degrees().pipeline() * s.random().nextInt(1, 50);
        double one = whole / estimate(Vary.requests(s.plan(), whole)).get(Metric.DECODE_STEP);
        double two = 2.0 * whole / estimate(Vary.requests(s.plan(), 2 * whole)).get(Metric.DECODE_STEP);
        return new Claims().atMost("tokens/s", one, two).verdict();
    }

    /** With equal stages 1 - m/p; none at p = 1. */
    private static Verdict bubble(Sample s) {
        double share = s.get(Metric.SHARE_BUBBLE);
        int p = s.degrees().pipeline();
        int m = Math.min(p, s.sequences());
        Claims claims = new Claims().atMost("bubble", -1e-12, share).holds("bubble " + share + " below 1", share < 1)
                .near("work and bubble", m, (1 - share) * Math.max(p, m * (1 + s.get(Metric.IMBALANCE_STAGES))), p);
        return p == 1 ? claims.same("bubble of one stage", 0, share).verdict() : claims.verdict();
    }

    private static Verdict stages(Sample s) {
        double overhead = s.constants().overheadPerStepSeconds();
        double[] decode = s.estimate().decode().stageSeconds();
        int m = Math.min(s.degrees().pipeline(), s.sequences());
        double[] prefill = s.estimate().prefill().stageSeconds();
        int chunks = (s.workload().inputTokens() - 1) / s.workload().maxBatchedTokens() + 1;
        double alone = s.get(Metric.TTFT_ALONE) - chunks * overhead - s.constants().overheadPerRequestSeconds();
        Claims claims = new Claims().near("decode.step", Math.max(sum(decode), m * most(decode)) + overhead
                + s.sequences() * (s.constants().overheadPerSequenceSeconds()
                        + s.plan().model().shape().vocabulary() * s.constants().overheadPerMillionLogitsSeconds() / 1e6),
                s.get(Metric.DECODE_STEP));
        return chunks == 1 ? claims.near("ttft.alone", sum(prefill), alone, s.get(Metric.TTFT_ALONE)).verdict()
                : claims.atMost("slowest stage", most(prefill), alone * (1 + 1e-9)).atMost("ttft.alone", alone,
                        sum(prefill) * (1 + 1e-9)).verdict();
    }

    private static Verdict stepOverhead(Sample s) {
        double more = 0.125;
        Estimate e = estimate(Vary.knob(s.plan(), Knob.OVERHEAD_PER_STEP, s.constants().overheadPerStepSeconds() + more));
        int in = s.workload().inputTokens();
        int chunk = s.workload().maxBatchedTokens();
        int chunks = (in - 1) / chunk + 1;
        int share = Math.min(Math.max(1, chunk / in), s.sequences());
        double passes = in > chunk ? (double) chunks * s.sequences() : Math.ceil((double) s.sequences() / share);
        return new Claims()
                .near("ttft.alone", s.get(Metric.TTFT_ALONE) + chunks * more, e.get(Metric.TTFT_ALONE))
                .near("ttft.burst.last", s.get(Metric.TTFT_BURST_LAST) + passes * more, e.get(Metric.TTFT_BURST_LAST))
                .near("decode.step", s.get(Metric.DECODE_STEP) + more, e.get(Metric.DECODE_STEP)).verdict();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }

    private static double most(double[] values) {
        double most = 0;
        for (double v : values) {
            most = Math.max(most, v);
        }
        return most;
    }
}
