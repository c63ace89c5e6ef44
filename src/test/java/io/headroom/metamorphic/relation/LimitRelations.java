package io.headroom.metamorphic.relation;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.catalog.Knob;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.metamorphic.Claims;
import io.headroom.metamorphic.Relation;
import io.headroom.metamorphic.Sample;
import io.headroom.metamorphic.Verdict;
import io.headroom.metamorphic.plans.Vary;
import io.headroom.plan.Plan;
import java.util.List;

/** What fits: M26. */
final class LimitRelations {

    /** What is written where nothing binds. */
    private static final long NO_LIMIT = 1L << 30;
    private static final int BLOCK = 16;

    private LimitRelations() {
    }

    static List<Relation> all() {
        return List.of(
                new Relation("M26a", "fits = batch.max is at least B = context.max is at least S + O",
                        LimitRelations::agree),
                new Relation("M26b", "batch.max fits and one more does not", LimitRelations::batch),
                new Relation("M26c", "context.max fits and one more does not", LimitRelations::context),
                new Relation("M26d", "more memory, fewer requests or fewer tokens still fit", LimitRelations::monotone),
                new Relation("M26e", "kv.capacityTokens holds context.max of every sequence",
                        LimitRelations::capacity));
    }

    private static Verdict agree(Sample s) {
        boolean fits = s.estimate().memory().fits();
        int tokens = s.workload().inputTokens() + s.workload().outputTokens();
        return new Claims()
                .holds("fits " + fits + ", batch.max " + s.get(Metric.BATCH_MAX),
                        fits == s.get(Metric.BATCH_MAX) >= s.workload().concurrentRequests())
                .holds("fits " + fits + ", context.max " + s.get(Metric.CONTEXT_MAX),
                        fits == s.get(Metric.CONTEXT_MAX) >= tokens)
                .holds("utilisation", fits == s.get(Metric.MEMORY_TOTAL) <= s.get(Metric.MEMORY_CAPACITY)).verdict();
    }

    private static Verdict batch(Sample s) {
        long most = s.estimate().memory().largestBatch();
        Claims claims = new Claims();
        if (most > 0) {
            claims.holds("batch.max " + most + " fits", fits(Vary.requests(s.plan(), (int) most)));
        }
        if (most < NO_LIMIT) {
            claims.holds("one more than batch.max " + most + " does not fit",
                    !fits(Vary.requests(s.plan(), (int) most + 1)));
        }
        return claims.verdict();
    }

    private static Verdict context(Sample s) {
        long most = s.estimate().memory().longestContext();
        Claims claims = new Claims();
        if (most > 1) {
            // only the sum counts for memory, and a prompt of one token is soon timed
            claims.holds("context.max " + most + " fits", fits(Vary.tokens(s.plan(), 1, (int) most - 1)));
        }
        if (most > 0 && most < NO_LIMIT) {
            claims.holds("one more than context.max " + most + " does not fit",
                    !fits(Vary.tokens(s.plan(), 1, (int) most)));
        }
        return claims.verdict();
    }

    private static Verdict monotone(Sample s) {
        Plan plan = s.plan();
        Estimate roomier = estimate(Vary.gpu(plan, 1, 1, 1.5));
        Estimate fewer = estimate(Vary.requests(plan, (s.workload().concurrentRequests() + 1) / 2));
        Estimate longer = estimate(Vary.tokens(plan, s.workload().inputTokens(), s.workload().outputTokens() * 2));
        Estimate tighter = estimate(Vary.scaled(plan, 0.5, Knob.USABLE_MEMORY));
        Claims claims = new Claims()
                .atMost("batch.max with more memory", s.get(Metric.BATCH_MAX), roomier.get(Metric.BATCH_MAX))
                .atMost("context.max with more memory", s.get(Metric.CONTEXT_MAX), roomier.get(Metric.CONTEXT_MAX))
                .atMost("KV capacity with more memory", s.get(Metric.KV_CAPACITY_TOKENS),
                        roomier.get(Metric.KV_CAPACITY_TOKENS))
                .atMost("batch.max of longer requests", longer.get(Metric.BATCH_MAX), s.get(Metric.BATCH_MAX))
                .atMost("context.max of fewer requests", s.get(Metric.CONTEXT_MAX), fewer.get(Metric.CONTEXT_MAX))
                .atMost("memory of longer requests", s.get(Metric.MEMORY_TOTAL), longer.get(Metric.MEMORY_TOTAL))
                .atMost("memory of fewer requests", fewer.get(Metric.MEMORY_TOTAL), s.get(Metric.MEMORY_TOTAL))
                .atMost("batch.max in half the memory", tighter.get(Metric.BATCH_MAX), s.get(Metric.BATCH_MAX));
        if (s.estimate().memory().fits()) {
            claims.holds("fits with more memory and fewer requests", roomier.memory().fits() && fewer.memory().fits());
        }
        return claims.verdict();
    }

    /** Where every layer keeps every token the capacity is shared by the b sequences in whole blocks. */
    private static Verdict capacity(Sample s) {
        double most = s.get(Metric.CONTEXT_MAX);
        if (s.shape().slidingWindow() != null || s.shape().linearAttention() != null || most >= NO_LIMIT) {
            return Verdict.NOT_EXERCISED;
        }
        double share = s.get(Metric.KV_CAPACITY_TOKENS) / s.sequences();
        // both are rounded down to blocks, once before and once after the division
        return new Claims().atMost("context.max", most, share + BLOCK).atMost("share of the capacity", share - BLOCK, most)
                .verdict();
    }

    private static boolean fits(Plan plan) {
        return estimate(plan).memory().fits();
    }
}
