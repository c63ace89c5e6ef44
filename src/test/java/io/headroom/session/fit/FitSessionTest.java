package io.headroom.session.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.session.PlanSession;
import io.headroom.session.Samples;
import io.headroom.session.validation.Imported;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A fit without a toolkit, on report 003: the worker does a task when the test says so. */
class FitSessionTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final FitChoice TWO = new FitChoice(
            Set.of("vllm:e2e.steady", "vllm_fp8_quantization:e2e.steady", "sglang:e2e.steady"),
            List.of(Knob.OVERHEAD_PER_STEP, Knob.MBU), true);

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final PlanSession plans = new PlanSession(Samples.read("report-003", CATALOG).review(), () -> { },
            System::nanoTime);
    private final FitSession session = new FitSession(plans, CATALOG.profile("calibrated").orElseThrow(), tasks::add,
            Runnable::run);

    @Test
    void nothingIsEstimatedBeforeSomebodyLooksAndTheSameLookCostsNothing() {
        session.choose(TWO);
        assertThat(tasks).isEmpty();
        session.look(Imported.NONE);
        session.look(Imported.NONE);
        assertThat(tasks).hasSize(1);
        runAll();
        assertThat(session.tableProperty().get().rows()).hasSize(15);
        assertThat(session.tableProperty().get().wanted()).containsExactly(Knob.OVERHEAD_PER_STEP, Knob.MBU);
    }

    /** The plans run on H100, and nothing of their own was fitted for Llama-3.1-8B under vLLM there. */
    @Test
    void aFitFromTheCalibratedProfileStartsFromWhatThePlansArchitectureHas() {
        session.choose(TWO);
        session.look(Imported.NONE);
        runAll();
        Profile calibrated = CATALOG.profile("calibrated").orElseThrow();
        double hopper = calibrated.architectures().get("hopper").get(Knob.MBU);
        assertThat(hopper).isNotEqualTo(calibrated.constants().mbu());
        assertThat(session.tableProperty().get().values()).containsEntry(Knob.MBU, hopper);
    }

    /** Two figures, two assumptions: E2E of 7859.38 and 5502.63 ms are met. */
    @Test
    void whatWasFoundIsAdoptedAsOneEditOfOnePlanOrOfAll() {
        session.choose(new FitChoice(Set.of("vllm:e2e.steady", "vllm_fp8_quantization:e2e.steady"),
                List.of(Knob.OVERHEAD_PER_STEP, Knob.MBU), true));
        session.look(Imported.NONE);
        runAll();
        session.fit();
        runAll();
        FitState.Found found = (FitState.Found) session.stateProperty().get();
        assertThat(found.rows().stream().filter(FitRow::isChosen)).hasSize(2)
                .allSatisfy(r -> assertThat(r.errorAfter()).isCloseTo(0, within(0.005)));
        int entries = plans.historyLabels().size();
        session.adopt(true);
        assertThat(plans.historyLabels()).hasSize(entries + 1);
        assertThat(plans.historyLabels().getLast()).startsWith("Fit to 2 measurements, all plans: profile calibrated, MBU");
        assertThat(plans.reviewProperty().get().plans()).allMatch(p -> p.assumptions().isGiven(Knob.MBU));
        plans.undo();
        assertThat(plans.reviewProperty().get().plans()).noneMatch(p -> p.assumptions().isGiven(Knob.MBU));
    }

    /** The worker is told between two estimates, each some microseconds. */
    @Test
    void aFitThatIsStoppedEndsWithinATenthOfASecondAndFindsNothing() {
        session.choose(TWO);
        session.look(Imported.NONE);
        runAll();
        List<FitState> seen = new ArrayList<>();
        AtomicLong stopped = new AtomicLong();
        session.stateProperty().subscribe((before, now) -> {
            seen.add(now);
            if (now instanceof FitState.Running r && r.share() > 0 && stopped.get() == 0) {
                stopped.set(System.nanoTime());
                session.cancel();
            }
        });
        session.fit();
        runAll();
        assertThat(System.nanoTime() - stopped.get()).isLessThan(TimeUnit.MILLISECONDS.toNanos(100));
        assertThat(session.stateProperty().get()).isEqualTo(new FitState.Idle());
        assertThat(seen).noneMatch(FitState.Found.class::isInstance);
    }

    @Test
    void anotherChoiceStopsAFitAndTheLatestTableWins() {
        session.choose(TWO);
        session.look(Imported.NONE);
        runAll();
        session.fit();
        session.choose("vllm:ttft.alone", true);
        assertThat(session.stateProperty().get()).isEqualTo(new FitState.Idle());
        runAll();
        assertThat(session.stateProperty().get()).isEqualTo(new FitState.Idle());
        assertThat(session.tableProperty().get().rows().stream().filter(FitRow::isChosen)).hasSize(4);
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }
}
