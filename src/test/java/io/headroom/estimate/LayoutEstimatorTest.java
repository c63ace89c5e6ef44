package io.headroom.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.metamorphic.plans.RandomPlans;
import io.headroom.plan.Plan;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Expected values are those of an estimate of its own, of random plans under random loads, compared bit for bit. */
class LayoutEstimatorTest {

    private static final int LAYOUTS = 300;
    private static final int LOADS = 12;

    private final RandomPlans plans = new RandomPlans(20_011);
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void everyMetricIsThatOfAnEstimateOfItsOwn() {
        for (int i = 0; i < LAYOUTS; i++) {
            Plan layout = plans.plan(i);
            LayoutEstimator estimator = new LayoutEstimator(layout);
            for (int load = 0; load < LOADS; load++) {
                Plan plan = under(layout, random.nextInt(1, 20), random.nextInt(1, load < 6 ? 30 : 5000));
                Estimate expected = (Estimate) Estimator.estimate(plan);
                Estimate actual = estimator.at(plan);
                for (Metric metric : Metric.values()) {
                    assertThat(Double.doubleToRawLongBits(actual.get(metric))).as("%s of plan %d", metric.id(), i)
                            .isEqualTo(Double.doubleToRawLongBits(expected.get(metric)));
                }
                assertThat(actual.plan()).isEqualTo(plan);
            }
        }
    }

    @Test
    void theLargestNumberOfSequencesFitsAndOneMoreDoesNot() {
        int between = 0;
        for (int i = 0; i < LAYOUTS; i++) {
            Plan layout = under(plans.plan(i), 1, 1);
            LayoutEstimator estimator = new LayoutEstimator(layout);
            int most = random.nextInt(1, 2000);
            int ranks = estimator.replicaRanks();
            int largest = (int) estimator.largestSequences(most);
            assertThat(largest).isBetween(0, most);
            if (largest > 0) {
                assertThat(estimator.at(under(layout, 1, largest * ranks)).memory().fits()).isTrue();
            }
            if (largest < most) {
                assertThat(estimator.at(under(layout, 1, (largest + 1) * ranks)).memory().fits()).isFalse();
            }
            between += largest > 0 && largest < most ? 1 : 0;
        }
        assertThat(between).isGreaterThan(LAYOUTS / 10);
    }

    private static Plan under(Plan plan, int replicas, int requests) {
        return plan.withParallelism(plan.parallelism().withData(replicas))
                .withWorkload(plan.workload().withConcurrentRequests(requests));
    }
}
