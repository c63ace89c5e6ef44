package io.headroom.explore.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.legal.rule.Legality;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.metamorphic.plans.RandomPlans;
import io.headroom.plan.Extras;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The expected answer comes from trying every value of the range, on random legal plans with random limits: one to
 * three metrics, ceilings and floors, near what the plan reaches somewhere in the range.
 */
class WalkTest {

    private static final int VALUES = 160;
    private static final int PLANS = 400;
    private static final List<Metric> LIMITED = List.of(Metric.MEMORY_TOTAL, Metric.MEMORY_UTILIZATION,
            Metric.TTFT_ALONE, Metric.TTFT_BURST_FIRST, Metric.TTFT_BURST_MEAN, Metric.TTFT_BURST_LAST,
            Metric.TTFT_STEADY, Metric.DECODE_STEP, Metric.TPOT_STEADY, Metric.E2E_STEADY, Metric.OUTPUT_TOKENS,
            Metric.OUTPUT_TOKENS_PER_GPU, Metric.TOTAL_TOKENS, Metric.REQUESTS, Metric.COST_PER_MILLION_TOKENS,
            Metric.ENERGY_PER_TOKEN, Metric.MBU_DECODE, Metric.MFU_DECODE);

    @ParameterizedTest
    @EnumSource(Axis.class)
    void findsWhatTryingEveryValueFinds(Axis axis) {
        RandomPlans plans = new RandomPlans(4711);
        SplittableRandom random = new SplittableRandom(axis.ordinal());
        boolean wantsLargest = axis == Axis.REQUESTS || axis == Axis.INPUT_TOKENS;
        int found = 0;
        int none = 0;
        for (int i = 0; found + none < PLANS; i++) {
            Plan plan = plans.plan(i);
            if (!Legality.isLegal(plan)) {
                continue;
            }
            int lo = random.nextBoolean() ? 1 : random.nextInt(1, 3000);
            int hi = lo + VALUES - 1;
            Plan limited = plan.withRequirements(requirements(plan, axis, random.nextInt(lo, hi + 1), random));
            Judgement now = Judge.judge(limited);
            List<Limit> limits = Limit.of(now);
            OptionalInt expected = tryAll(limited, axis, lo, limits, wantsLargest);
            Walk walk = new Walk(limited, axis, limits, wantsLargest);
            OptionalInt answer = walk.find(lo, hi);
            assertThat(walk.isUndecided()).isFalse();
            assertThat(answer).as("plan %d from %d: %s", i, lo, limited.requirements()).isEqualTo(expected);
            found += expected.isPresent() ? 1 : 0;
            none += expected.isPresent() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(PLANS / 5);
        assertThat(none).isGreaterThan(PLANS / 50);
    }

    private static OptionalInt tryAll(Plan plan, Axis axis, int lo, List<Limit> limits, boolean wantsLargest) {
        for (int i = 0; i < VALUES; i++) {
            int x = wantsLargest ? lo + VALUES - 1 - i : lo + i;
            if (Limit.areKept(Judge.judge(axis.at(plan, x)), limits)) {
                return OptionalInt.of(x);
            }
        }
        return OptionalInt.empty();
    }

    private static List<Requirement> requirements(Plan plan, Axis axis, int x, SplittableRandom random) {
        List<Requirement> list = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            Metric metric = LIMITED.get(random.nextInt(LIMITED.size()));
            Plan there = axis.at(plan, x);
            double value = ((Estimate) Judge.judge(there).outcome()).get(metric) * random.nextDouble(0.9, 1.1);
            if (Double.isFinite(value)) {
                list.add(new Requirement(metric.id(), random.nextBoolean() ? Requirement.Bound.AT_MOST
                        : Requirement.Bound.AT_LEAST, value, metric.dimension().si(), 0, false, Extras.NONE));
            }
        }
        return list;
    }
}
