package io.headroom.metamorphic.relation;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.metamorphic.Claims;
import io.headroom.metamorphic.Relation;
import io.headroom.metamorphic.Sample;
import io.headroom.metamorphic.Verdict;
import io.headroom.metamorphic.plans.Vary;
import io.headroom.plan.Demand;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.List;

/** Throughput, load and money: M20, M22 to M25. */
final class ServingRelations {

    private ServingRelations() {
    }

    static List<Relation> all() {
        return List.of(
                new Relation("M20", "twice the replicas for twice the requests: twice the rate, nothing else changes",
                        ServingRelations::replicas),
                new Relation("M22a", "memory is the sum of its parts", ServingRelations::memoryParts),
                new Relation("M22c", "an engine keeps room for the larger of its pass and its sampler, and what lies outside",
                        ServingRelations::kept),
                new Relation("M22b", "times are the sums of their parts, shares add up to 1",
                        ServingRelations::timeParts),
                new Relation("M23a", "MFU and MBU are at most what is assumed of an operation",
                        ServingRelations::utilisation),
                new Relation("M23b", "requests/s * FLOP of a request is at most the peak of all GPUs",
                        ServingRelations::peak),
                new Relation("M24a", "e2e = ttft + (O-1) * tpot; Little: B = rate * e2e", ServingRelations::littlesLaw),
                new Relation("M24b", "a request alone on its rank waits for nothing", ServingRelations::nobodyElse),
                new Relation("M24c", "one output token: TTFT is all there is", ServingRelations::oneToken),
                new Relation("M24d", "the share of prefills in decode moves time from TTFT to TPOT, no more",
                        ServingRelations::share),
                new Relation("M24e", "of the other prefills (1-phi0)*(O-1)^-gamma stand before the first token",
                        ServingRelations::queue),
                new Relation("M25a", "cost per token * tokens = price per hour", ServingRelations::money),
                new Relation("M25b", "cost is linear in the price and inverse in the utilisation",
                        ServingRelations::prices));
    }

    private static Verdict replicas(Sample s) {
        Plan twice = Vary.requests(s.plan(), 2 * s.workload().concurrentRequests());
        Parallelism p = twice.parallelism();
        Estimate e = estimate(twice.withParallelism(p.withData(2 * p.data())));
        Claims claims = new Claims();
        Times.WAITS.forEach(m -> claims.same(m.id(), s.get(m), e.get(m)));
        for (Metric m : List.of(Metric.REQUESTS, Metric.OUTPUT_TOKENS, Metric.TOTAL_TOKENS, Metric.GPUS,
                Metric.COST_PER_HOUR, Metric.POWER_WATTS)) {
            claims.same(m.id(), 2 * s.get(m), e.get(m));
        }
        for (Metric m : List.of(Metric.MEMORY_WEIGHTS, Metric.MEMORY_TOTAL, Metric.OUTPUT_TOKENS_PER_GPU,
                Metric.OUTPUT_TOKENS_PER_REPLICA, Metric.COST_PER_MILLION_TOKENS, Metric.ENERGY_PER_TOKEN,
                Metric.CONTEXT_MAX, Metric.KV_CAPACITY_TOKENS)) {
            claims.same(m.id(), s.get(m), e.get(m));
        }
        return claims.verdict();
    }

    private static Verdict memoryParts(Sample s) {
        Claims claims = new Claims();
        double most = 0;
        for (var m : s.estimate().memory().stages()) {
            claims.same("total", m.weights() + m.kvCache() + m.activations() + m.reserve(), m.total());
            most = Math.max(most, m.total());
        }
        return claims.same("fullest GPU", most, s.get(Metric.MEMORY_TOTAL))
                .near("utilisation", most, s.get(Metric.MEMORY_UTILIZATION) * cardBytes(s))
                .near("capacity", s.constants().usableMemoryFraction() * cardBytes(s),
                        s.get(Metric.MEMORY_CAPACITY)).verdict();
    }

    /**
     * The last stage samples, from the whole vocabulary on every rank, with the pass's stream and the experts' workspace
     * still held; groups are stages of several GPUs.
     */
    private static Verdict kept(Sample s) {
        Claims claims = new Claims();
        Parallelism p = s.degrees();
        int gpus = Math.max(p.tensor() * p.context(), p.expert());
        int ranks = gpus / (p.tensor() * p.context());
        double sequences = s.workload().maxConcurrentSequences() > 0
                ? Math.ceil((double) s.workload().maxConcurrentSequences() / ranks)
                : s.plan().assumptions().engineSpec().limits(s.plan().hardware().gpu().hbmBytes()).sequences();
        double perLogit = s.constants().samplerBytesPerLogit();
        double logits = perLogit * Math.min(sequences, s.workload().maxBatchedTokens()) * s.shape().vocabulary();
        double passed = s.plan().precision().activations().bytesPerElement() * s.workload().maxBatchedTokens();
        double workspace = s.shape().moe() == null ? 0 : passed * ranks * s.shape().moe().topK() / p.expert()
                * (Math.max((s.shape().ffnMatrices() - 1) * s.shape().moe().expertWidth() / ((double) gpus / p.expert()),
                s.shape().hidden()) + (double) s.shape().moe().expertWidth() / (gpus / p.expert()));
        double sampling = perLogit == 0 ? 0 : logits + passed * s.shape().hidden() / p.context() + workspace;
        double outside = s.constants().reserveBytes()
                + (gpus > 1 ? s.constants().reserveInGroupBytes() : 0);
        for (int stage = 0; stage < p.pipeline(); stage++) {
            var m = s.estimate().memory().stages()[stage];
            double tried = stage == p.pipeline() - 1 ? sampling : 0;
            claims.near("kept by stage " + stage, Math.max(m.activations(), tried) + outside,
                    m.activations() + m.reserve());
        }
        return claims.verdict();
    }

    private static double cardBytes(Sample s) {
        double reported = s.plan().hardware().gpu().reportedBytes();
        return s.plan().assumptions().profile().usesReportedMemory() && reported > 0 ? reported
                : s.plan().hardware().gpu().hbmBytes();
    }

    private static Verdict timeParts(Sample s) {
        Estimate e = s.estimate();
        return new Claims().near("parts of ttft.alone", e.get(Metric.TTFT_ALONE), sum(e.prefill().aloneParts()))
                .near("parts of ttft.burst.last", e.get(Metric.TTFT_BURST_LAST), sum(e.prefill().burstParts()))
                .near("parts of decode.step", e.get(Metric.DECODE_STEP), sum(e.decode().parts()))
                .near("bounds of decode", 1, sum(e.decode().boundShares()))
                .near("bounds of prefill", 1, sum(e.prefill().boundShares())).verdict();
    }

    private static Verdict utilisation(Sample s) {
        double mfu = Math.max(s.constants().mfu(), s.constants().attentionMfu());
        return new Claims().atMost("mfu.prefill", s.get(Metric.MFU_PREFILL), mfu)
                .atMost("mfu.decode", s.get(Metric.MFU_DECODE), mfu)
                .atMost("mbu.decode", s.get(Metric.MBU_DECODE), s.constants().mbu()).verdict();
    }

    /** With a = 1: a lone prompt is timed with its own tokens before the experts, though a ranks read one each. */
    private static Verdict peak(Sample s) {
        if (s.estimate().groups().attentionData() > 1) {
            return Verdict.NOT_EXERCISED;
        }
        Estimate e = s.estimate();
        int m = e.decode().microBatches();
        double perToken = e.decode().flop() / ((double) m * Math.ceilDiv(s.sequences(), m));
        double perRequest = s.get(Metric.PREFILL_FLOPS) + (s.workload().outputTokens() - 1) * perToken;
        return new Claims().atMost("FLOP/s", s.get(Metric.REQUESTS) * perRequest, e.groups().gpus() * e.peakFlops())
                .verdict();
    }

    private static Verdict littlesLaw(Sample s) {
        int out = s.workload().outputTokens();
        double rate = s.get(Metric.REQUESTS);
        return new Claims()
                .near("e2e", s.get(Metric.TTFT_STEADY) + (out - 1) * s.get(Metric.TPOT_STEADY), s.get(Metric.E2E_STEADY))
                .near("concurrency", s.workload().concurrentRequests(), rate * s.get(Metric.E2E_STEADY))
                .near("output tokens/s", rate * out, s.get(Metric.OUTPUT_TOKENS))
                .near("tokens/s", rate * out + rate * s.workload().inputTokens(), s.get(Metric.TOTAL_TOKENS))
                .near("of all GPUs", s.get(Metric.OUTPUT_TOKENS), s.get(Metric.OUTPUT_TOKENS_PER_GPU) * s.get(Metric.GPUS))
                .near("of all replicas", s.get(Metric.OUTPUT_TOKENS),
                        s.get(Metric.OUTPUT_TOKENS_PER_REPLICA) * s.get(Metric.REPLICAS)).verdict();
    }

    private static Verdict nobodyElse(Sample s) {
        Estimate e = estimate(Vary.requests(s.plan(), s.random().nextInt(1, s.ranks() + 1)));
        return new Claims().same("ttft.steady", e.get(Metric.TTFT_ALONE), e.get(Metric.TTFT_STEADY))
                .same("tpot.steady", e.get(Metric.DECODE_STEP), e.get(Metric.TPOT_STEADY)).verdict();
    }

    private static Verdict oneToken(Sample s) {
        Estimate e = estimate(Vary.tokens(s.plan(), s.workload().inputTokens(), 1));
        return new Claims().near("e2e", e.get(Metric.TTFT_STEADY), e.get(Metric.E2E_STEADY))
                .same("tpot.steady", e.get(Metric.DECODE_STEP), e.get(Metric.TPOT_STEADY)).verdict();
    }

    private static Verdict share(Sample s) {
        var knob = io.headroom.catalog.Knob.PREFILL_SHARE_IN_DECODE;
        Plan same = Vary.knob(s.plan(), io.headroom.catalog.Knob.PREFILL_QUEUE_EXPONENT, 0);
        Estimate none = estimate(Vary.knob(same, knob, 0));
        Estimate all = estimate(Vary.knob(same, knob, 1));
        double wait = s.sequences() > 1
                ? s.plan().assumptions().constants().admissionSteps() * s.get(Metric.DECODE_STEP) : 0;
        Claims claims = new Claims().same("e2e", none.get(Metric.E2E_STEADY), all.get(Metric.E2E_STEADY))
                .same("tpot of 0", none.get(Metric.DECODE_STEP), none.get(Metric.TPOT_STEADY));
        return s.workload().outputTokens() == 1 ? claims.verdict()
                : claims.near("ttft of 1", s.get(Metric.TTFT_ALONE) + wait, all.get(Metric.TTFT_STEADY)).verdict();
    }

    private static Verdict queue(Sample s) {
        double further = s.workload().outputTokens() - 1.0;
        if (further < 1 || s.sequences() < 2) {
            return Verdict.NOT_EXERCISED;
        }
        var c = s.plan().assumptions().constants();
        double before = c.admissionSteps() * s.get(Metric.DECODE_STEP) + s.get(Metric.TTFT_ALONE);
        double others = s.get(Metric.E2E_STEADY) - before - further * s.get(Metric.DECODE_STEP);
        double share = (1 - c.prefillShareInDecode()) * Math.exp(-c.prefillQueueExponent() * Math.log(further));
        return new Claims().near("ttft.steady", before + share * others, s.get(Metric.TTFT_STEADY),
                s.get(Metric.E2E_STEADY)).verdict();
    }

    private static Verdict money(Sample s) {
        double price = s.plan().hardware().pricePerGpuHour();
        if (Double.isNaN(price)) {
            return Verdict.NOT_EXERCISED;
        }
        Demand demand = s.plan().demand();
        double perHour = s.get(Metric.COST_PER_MILLION_TOKENS) / 1e6 * s.get(Metric.OUTPUT_TOKENS) * 3600
                * demand.utilization();
        Claims claims = new Claims().near("price of an hour", price * s.get(Metric.GPUS), s.get(Metric.COST_PER_HOUR))
                .near("paid in an hour", s.get(Metric.COST_PER_HOUR), perHour)
                .near("a thousand", s.get(Metric.COST_PER_MILLION_TOKENS), 1000 * s.get(Metric.COST_PER_1K_TOKENS));
        if (!Double.isNaN(demand.tokensPerDay())) {
            claims.near("a day", s.get(Metric.COST_PER_1K_TOKENS) * (demand.tokensPerDay() / 1000),
                    s.get(Metric.COST_PER_DAY));
        }
        if (!Double.isNaN(s.get(Metric.POWER_WATTS))) {
            claims.near("watts", s.get(Metric.POWER_WATTS), s.get(Metric.ENERGY_PER_TOKEN) * s.get(Metric.OUTPUT_TOKENS));
        }
        return claims.verdict();
    }

    private static Verdict prices(Sample s) {
        Plan plan = s.plan();
        Plan half = new Plan(plan.name(), plan.model(), plan.modelJson(), plan.hardware(), plan.precision(),
                plan.parallelism(), plan.workload(), plan.assumptions(), new Demand(1e9, 0.5), plan.requirements(),
                plan.figures(), plan.notes(), plan.view(), plan.extras());
        Estimate one = estimate(Vary.price(half, 2));
        Estimate two = estimate(Vary.price(half, 4));
        Estimate busy = estimate(Vary.price(plan.withName("busy"), 2));
        Claims claims = new Claims();
        for (Metric m : List.of(Metric.COST_PER_HOUR, Metric.COST_PER_1K_TOKENS, Metric.COST_PER_MILLION_TOKENS,
                Metric.COST_PER_DAY)) {
            claims.same(m.id(), 2 * one.get(m), two.get(m));
        }
        double use = plan.demand().utilization();
        return claims.near("utilisation", busy.get(Metric.COST_PER_MILLION_TOKENS) * use,
                one.get(Metric.COST_PER_MILLION_TOKENS) * 0.5).verdict();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }
}
