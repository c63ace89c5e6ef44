package io.headroom.metamorphic;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Metric;
import io.headroom.metamorphic.plans.PlanText;
import io.headroom.metamorphic.plans.RandomPlans;
import io.headroom.metamorphic.relation.AllRelations;
import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Relations on random plans, and that the runner itself would notice. */
class RelationsTest {

    /** Another seed shows other plans; the numbers are asked of the same ones in every build. */
    private static final long SEED = 1;
    private static final int PLANS = 10_000;
    /** A relation that skips nearly everything is a silent pass. */
    private static final int FEWEST = 500;
    private static final Catalog CATALOG = CatalogFiles.load();

    @Test
    void hold() {
        Relations run = new Relations(AllRelations.list());
        run.run(PLANS, SEED);
        assertThat(run.violations()).as(String.join("\n", run.violations().values())).isEmpty();
        assertThat(run.exercised()).allSatisfy((id, n) -> assertThat(n).as(id).isGreaterThanOrEqualTo(FEWEST));
    }

    /** M30: another order, other threads, another locale; sums over anything unordered would differ in the last bit. */
    @Test
    void doNotDependOnThreadOrOrderOrLocale() {
        int plans = 2_000;
        RandomPlans random = new RandomPlans(SEED);
        List<Plan> list = IntStream.range(0, plans).mapToObj(random::plan).toList();
        List<List<Long>> alone = list.stream().map(RelationsTest::bits).toList();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            List<List<Long>> many = list.reversed().parallelStream().map(RelationsTest::bits).toList();
            assertThat(many.reversed()).isEqualTo(alone);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void seedsMakeTheSamePlansAgain() {
        assertThat(new RandomPlans(SEED).plan(4711)).isEqualTo(new RandomPlans(SEED).plan(4711));
        assertThat(new RandomPlans(SEED).plan(4711)).isNotEqualTo(new RandomPlans(SEED + 1).plan(4711));
    }

    /** A runner that never complains would pass everything; and the plan it prints has little in it. */
    @Test
    void falseRelationIsCaughtAndItsPlanMadeSmaller() throws Exception {
        Relation wrong = new Relation("wrong", "fewer than a hundred requests", s -> new Claims()
                .holds("requests", s.workload().concurrentRequests() < 100).verdict());
        Relations run = new Relations(List.of(wrong));
        run.run(200, SEED);
        assertThat(run.violations()).containsOnlyKeys("wrong");
        String text = run.violations().get("wrong");
        String file = text.substring(text.indexOf("\n{"));
        Plan plan = PlanFile.read("failing", file.getBytes(StandardCharsets.UTF_8),
                CATALOG).review().plans().getFirst();
        assertThat(plan.workload().concurrentRequests()).isGreaterThanOrEqualTo(100);
        assertThat(plan.parallelism().tensor() * plan.parallelism().pipeline() * plan.parallelism().expert()).isEqualTo(1);
        assertThat(plan.assumptions().given()).isEmpty();
    }

    /** What is printed is the plan: read again it has the same numbers. */
    @Test
    void printedPlanIsThePlan() throws Exception {
        RandomPlans random = new RandomPlans(SEED);
        for (int i = 0; i < 300; i++) {
            Plan plan = random.plan(i);
            Plan read = PlanFile.read("printed", PlanText.of(plan).getBytes(StandardCharsets.UTF_8),
                    CATALOG).review().plans().getFirst();
            Sample s = Sample.of(plan, 0);
            Sample again = Sample.of(read, 0);
            for (Metric m : List.of(Metric.TTFT_BURST_LAST, Metric.DECODE_STEP, Metric.MEMORY_TOTAL, Metric.BATCH_MAX)) {
                assertThat(again.get(m)).as(m.id() + " of plan " + i).isEqualTo(s.get(m));
            }
        }
    }

    private static List<Long> bits(Plan plan) {
        Sample s = Sample.of(plan, 0);
        return java.util.Arrays.stream(Metric.values()).map(m -> Double.doubleToLongBits(s.get(m))).toList();
    }
}
