package io.headroom.session.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.explore.uncertainty.Uncertainty;
import io.headroom.plan.Plan;
import io.headroom.plan.Ranges;
import io.headroom.session.Change;
import io.headroom.session.Doubt;
import io.headroom.session.PlanSession;
import io.headroom.session.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtSessionTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    private final PlanSession plans = new PlanSession(Samples.read("llama-3.1-8b-1xh100-sxm", CATALOG).review(), () -> { },
            System::nanoTime);
    private final List<Runnable> waiting = new ArrayList<>();
    private final DoubtSession session = new DoubtSession(plans, waiting::add, Runnable::run);

    private Doubt doubt() {
        return session.doubtProperty().get();
    }

    private void range(double low) {
        plans.edit(Change.of("x"), p -> p.withRanges(Ranges.NONE.with("assumptions.mbu", new Ranges.Range(low, 0.9))));
    }

    @Test
    void aPlanWithoutRangesIsNotSampled() {
        plans.edit(Change.of("x"), p -> p.withWorkload(p.workload().withConcurrentRequests(7)));
        assertThat(waiting).isEmpty();
        assertThat(doubt()).isEqualTo(Doubt.NONE);
    }

    @Test
    void theLatestPlanWinsAndWhatIsOldSaysSo() {
        range(0.5);
        assertThat(doubt().isAwaited()).isTrue();
        range(0.6);
        waiting.getFirst().run();
        assertThat(doubt().last()).as("nobody wants the first any more").isEmpty();
        waiting.getLast().run();
        Plan plan = plans.planProperty().get();
        assertThat(doubt()).isEqualTo(new Doubt(Uncertainty.of(plan), false));
        range(0.7);
        assertThat(doubt().isOld()).isTrue();
        assertThat(doubt().last().orElseThrow().plan()).isEqualTo(plan);
        plans.undo();
        assertThat(waiting).as("sampled again: only the last is kept").hasSize(4);
        waiting.getLast().run();
        assertThat(doubt().isOld()).isFalse();
        assertThat(doubt().last().orElseThrow().plan()).isEqualTo(plan);
    }

    @Test
    void takingTheRangesAwayForgetsWhatTheyCameTo() {
        range(0.5);
        waiting.getLast().run();
        plans.edit(Change.of("x"), p -> p.withRanges(Ranges.NONE));
        assertThat(doubt()).isEqualTo(Doubt.NONE);
        range(0.5);
        plans.edit(Change.of("x"), p -> p.withRanges(Ranges.NONE));
        waiting.getLast().run();
        assertThat(doubt()).as("came too late").isEqualTo(Doubt.NONE);
    }
}
