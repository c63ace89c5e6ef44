package io.headroom.metamorphic.anchor;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.catalog.Knob;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.estimate.pass.Part;
import io.headroom.metamorphic.Claims;
import io.headroom.metamorphic.Verdict;
import io.headroom.metamorphic.plans.Vary;
import io.headroom.plan.Demand;
import io.headroom.plan.Plan;
import java.util.List;

/** Links, experts, money and three examples worked by hand: A3, A4, A5, A7. */
final class WorkedAnchors {

    private static final double DIGITS = 5e-5;

    private WorkedAnchors() {
    }

    static List<Anchor> all() {
        return List.of(
                new Anchor("A3", "without latency an all-reduce over 4 takes 1.5 times one over 2",
                        WorkedAnchors::ring),
                new Anchor("A4", "one token reads its k experts, a million read all", WorkedAnchors::experts),
                new Anchor("A5", "dollars a million tokens * millions of tokens an hour = dollars an hour",
                        WorkedAnchors::money),
                new Anchor("A7a", "Llama-3.1-8B on an H100 by hand: decode step 5.710 ms", WorkedAnchors::decodeByHand),
                new Anchor("A7b", "Llama-3.1-8B on an H100 by hand: TTFT 52.04 ms", WorkedAnchors::prefillByHand),
                new Anchor("A7c", "Llama-3.1-70B, TP 8, by hand: 160 all-reduces of 10.08 us",
                        WorkedAnchors::linksByHand),
                new Anchor("A7d", "four requests at a time by hand: what others add", WorkedAnchors::loadByHand),
                new Anchor("A7e", "working tensors by hand: dense, with TP and SP, with experts",
                        WorkedAnchors::tensorsByHand));
    }

    private static Verdict ring() {
        double[] seconds = new double[2];
        for (int i = 0; i < 2; i++) {
            Plan plan = Vary.links(Vary.degrees(Known.plan("llama-3.1-8b"), 2 << i, 1, 1, 1), 1, 0);
            seconds[i] = estimate(plan).prefill().aloneParts()[Part.ALL_REDUCE.ordinal()];
        }
        return new Claims().near("V(4) / V(2)", 1.5, seconds[1] / seconds[0]).verdict();
    }

    /**
     * Qwen3-235B-A22B in bf16: bytes that a decode pass reads. A layer's attention 9,216 + 8,192 columns by 4,096, its
     * router 128, an expert 3 x 1,536; the head 151,936; 192,512 bytes of KV cache a token.
     */
    private static Verdict experts() {
        double others = 2 * (94 * 4096.0 * (9216 + 8192 + 128) + 4096.0 * 151_936);
        double expert = 2 * 94 * 3 * 4096.0 * 1536;
        Claims claims = new Claims();
        for (int b : new int[] {1, 1_000_000}) {
            Estimate e = estimate(Vary.requests(Known.plan("qwen3-235b-a22b", 1, 2), b));
            double kv = b * 2.0 * 192_512;
            claims.near(b + " tokens", others + (b == 1 ? 8 : 128) * expert + kv, e.get(Metric.BOUND_TPOT) * 3.35e12);
        }
        return claims.verdict();
    }

    /** 16 GPUs at 2.50 dollars, busy 80 % of the time. */
    private static Verdict money() {
        Plan p = Vary.requests(Vary.price(Vary.degrees(Known.plan("llama-3.1-70b"), 8, 2, 1, 1), 2.5), 64);
        Plan paid = new Plan(p.name(), p.model(), p.modelJson(), p.hardware(), p.precision(), p.parallelism(),
                p.workload(), p.assumptions(), new Demand(3e9, 0.8), p.requirements(), p.figures(), p.notes(), p.view(),
                p.extras());
        Estimate e = estimate(paid);
        double million = e.get(Metric.COST_PER_MILLION_TOKENS);
        return new Claims().same("an hour", 40, e.get(Metric.COST_PER_HOUR))
                .near("an hour's tokens", 40, million * (e.get(Metric.OUTPUT_TOKENS) * 3600 * 0.8 / 1e6))
                .near("a thousand", million / 1000, e.get(Metric.COST_PER_1K_TOKENS))
                .near("three thousand millions a day", million * 3000, e.get(Metric.COST_PER_DAY))
                .near("700 W a GPU", 11_200 / e.get(Metric.OUTPUT_TOKENS), e.get(Metric.ENERGY_PER_TOKEN)).verdict();
    }

    /**
     * S 2,048, O 256: context 2,176. Matrices 32 x 218,103,808 and head 525,336,576, 2 bytes each: 15.0093 GB; KV cache
     * 2,176 x 131,072 bytes: 0.2852 GB; activations 7.5 MB. 15.3020 GB / (3.35 TB/s x 0.8) = 5.710 ms.
     */
    private static Verdict decodeByHand() {
        Estimate e = estimate(Known.plan("llama-3.1-8b"));
        return digits("decode.step", 5.710e-3, e.get(Metric.DECODE_STEP)).verdict();
    }

    /**
     * 2 x 2,048 x 6,979,321,856 in matrices and 4 x 2,048 x 1,024.5 x 4,096 x 32 in scores: 29.687 TFLOP / (989 TFLOP/s x
     * 0.6) = 50.03 ms; norms 4.295 GB, head 1.051 GB, embedding 34 MB / (3.35 TB/s x 0.8) = 2.007 ms.
     */
    private static Verdict prefillByHand() {
        Estimate e = estimate(Known.plan("llama-3.1-8b"));
        return digits("ttft.alone", 52.04e-3, e.get(Metric.TTFT_ALONE)).verdict();
    }

    /** 8,192 elements of 2 bytes x 2 x 7/8 / (450 GB/s x 0.8) = 79.6 ns, + 2 x 5 us; two a layer, 80 layers. */
    private static Verdict linksByHand() {
        Estimate e = estimate(Vary.degrees(Known.plan("llama-3.1-70b"), 8, 1, 1, 1));
        return digits("all-reduces", 160 * 10.0796e-6, e.decode().parts()[Part.ALL_REDUCE.ordinal()]).verdict();
    }

    /**
     * Prompts of 8,192 tokens fill a pass, so others cost as much as one alone: b = 4 makes TTFT alone + 3 of them with
     * phi = 0 and one step of waiting, and E2E = step + 4 x alone + 9 x step for O = 10. A step overhead of 1 ms is in each.
     */
    private static Verdict loadByHand() {
        Plan plan = Vary.knob(Known.plan("llama-3.1-8b", 8192, 10), Knob.PREFILL_SHARE_IN_DECODE, 0);
        Estimate e = estimate(Vary.knob(Vary.requests(plan, 4), Knob.OVERHEAD_PER_STEP, 1e-3));
        double alone = e.get(Metric.TTFT_ALONE);
        double step = e.get(Metric.DECODE_STEP);
        return new Claims().near("ttft.steady", step + 4 * alone, e.get(Metric.TTFT_STEADY))
                .near("e2e.steady", step + 4 * alone + 9 * step, e.get(Metric.E2E_STEADY))
                .near("ttft.burst.last", 4 * alone, e.get(Metric.TTFT_BURST_LAST))
                .near("ttft.burst.mean", 2.5 * alone, e.get(Metric.TTFT_BURST_MEAN))
                .near("requests/s", 4 / (10 * step + 4 * alone), e.get(Metric.REQUESTS)).verdict();
    }

    /**
     * In elements of 2 bytes, 8,192 tokens. Llama-3.1-8B: stream 2 x 4,096, the FFN's 3 x 14,336 the widest; logits 4 x
     * 128,256 bytes. TP 4 with SP quarters all of it. Qwen3-235B-A22B, EP 8 over 8 ranks: each GPU has its 8,192 tokens
     * and one in eight of the 65,536 x 8 rows of all, each 2 x 4,096 + 3 x 1,536 wide.
     */
    private static Verdict tensorsByHand() {
        Plan llama = Known.plan("llama-3.1-8b");
        Plan split = Vary.degrees(llama, 4, 1, 1, 1);
        double whole = 2 * 8192.0 * (2 * 4096 + 3 * 14_336) + 4 * 128_256;
        Estimate moe = estimate(Vary.degrees(Known.plan("qwen3-235b-a22b"), 1, 1, 8, 1));
        return new Claims().same("Llama-3.1-8B", whole, estimate(llama).get(Metric.MEMORY_ACTIVATIONS))
                .same("TP 4, SP", whole / 4, estimate(split.withParallelism(split.parallelism().withSequence(true)))
                        .get(Metric.MEMORY_ACTIVATIONS))
                .same("Qwen3-235B-A22B", 2 * (8192.0 * 2 * 4096 + 65_536 * 8 / 8 * (2.0 * 4096 + 3 * 1536)) + 4 * 151_936,
                        moe.get(Metric.MEMORY_ACTIVATIONS)).verdict();
    }

    /** To the four digits that a hand calculation gives. */
    private static Claims digits(String what, double expected, double actual) {
        return new Claims().holds(what + " is " + actual + ", by hand " + expected,
                Math.abs(actual - expected) <= DIGITS * 2 * expected);
    }
}
