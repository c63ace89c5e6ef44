package io.headroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The state of the window without a window. */
class PlanSessionTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    private PlanSession session;

    @BeforeEach
    void open() {
        session = new PlanSession(Samples.read("report-001", CATALOG).review(), () -> { }, () -> 0);
    }

    @Test
    void whoHearsOfTheJudgementFindsThePlanItBelongsTo() {
        List<Boolean> same = new ArrayList<>();
        session.judgementProperty().addListener((o, before, now) ->
                same.add(now.plan() == session.planProperty().get()
                        && session.reviewProperty().get().plans().get(session.index()) == now.plan()));
        requests(64);
        requests(32);
        assertThat(same).containsExactly(true, true);
        Judgement fresh = Judge.judge(session.planProperty().get());
        for (Metric metric : Metric.values()) {
            assertThat(session.judgementProperty().get().estimate().orElseThrow().get(metric)).as(metric.id())
                    .isEqualTo(Double.valueOf(fresh.estimate().orElseThrow().get(metric)));
        }
    }

    @Test
    void anEditThatChangesNothingIsNone() {
        Judgement before = session.judgementProperty().get();
        requests(128);
        assertThat(session.judgementProperty().get()).isSameAs(before);
        assertThat(session.historyLabels()).containsExactly("Opened");
    }

    @Test
    void undoAndRedoWalkAndANewEditForgetsWhatWasUndone() {
        requests(64);
        requests(32);
        session.undo();
        assertThat(requests()).isEqualTo(64);
        assertThat(session.redoLabelProperty().get()).isEqualTo("requests 64 → 32");
        session.redo();
        assertThat(requests()).isEqualTo(32);
        session.undo();
        session.undo();
        assertThat(requests()).isEqualTo(128);
        assertThat(session.undoLabelProperty().get()).isEmpty();
        session.undo();
        assertThat(requests()).isEqualTo(128);
        requests(16);
        assertThat(session.redoLabelProperty().get()).isEmpty();
        assertThat(session.historyLabels()).containsExactly("Opened", "requests 128 → 16");
    }

    @Test
    void aGestureIsOneEntryFromItsFirstToItsLastValue() {
        session.beginGesture();
        requests(64);
        requests(32);
        requests(16);
        assertThat(session.undoLabelProperty().get()).as("open gestures are not in the history").isEmpty();
        session.endGesture();
        assertThat(session.historyLabels()).containsExactly("Opened", "requests 128 → 16");
        session.undo();
        assertThat(requests()).isEqualTo(128);
    }

    @Test
    void aGestureThatComesBackToItsStartLeavesNoEntry() {
        session.beginGesture();
        requests(64);
        requests(128);
        session.endGesture();
        assertThat(session.historyLabels()).containsExactly("Opened");
    }

    @Test
    void undoDuringAGestureTakesTheGestureBack() {
        session.beginGesture();
        requests(64);
        session.undo();
        assertThat(requests()).isEqualTo(128);
        session.endGesture();
        assertThat(requests()).isEqualTo(128);
    }

    @Test
    void undoShowsThePlanThatChanged() {
        requests(64);
        session.select(1);
        session.undo();
        assertThat(session.index()).as("what was undone is in sight").isZero();
        assertThat(requests()).isEqualTo(128);
    }

    @Test
    void undoOfAnAddedPlanShowsThePlanBeforeIt() {
        session.select(0);
        session.duplicate();
        int added = session.index();
        assertThat(added).isEqualTo(session.reviewProperty().get().plans().size() - 1).isGreaterThan(1);
        session.undo();
        assertThat(session.index()).as("from which the plan was added, not the last").isZero();
        session.redo();
        assertThat(session.index()).isEqualTo(added);
        session.remove();
        session.undo();
        assertThat(session.index()).as("what was removed is in sight").isEqualTo(added);
    }

    @Test
    void dirtyMeansDifferentFromTheFileAndNotJustTouched() {
        assertThat(session.dirtyProperty().get()).isFalse();
        requests(64);
        assertThat(session.dirtyProperty().get()).isTrue();
        requests(128);
        assertThat(session.dirtyProperty().get()).as("the same values again").isFalse();
        requests(64);
        var written = session.reviewProperty().get();
        requests(32);
        session.markSaved(written);
        assertThat(session.dirtyProperty().get()).as("edited while it was written").isTrue();
        session.undo();
        assertThat(session.dirtyProperty().get()).isFalse();
    }

    @Test
    void theBaselineStaysWhileItsPlanMoves() {
        requests(64);
        assertThat(session.baselineProperty().get().plan().workload().concurrentRequests()).isEqualTo(128);
        session.setBaseline();
        assertThat(session.baselineProperty().get().plan().workload().concurrentRequests()).isEqualTo(64);
    }

    @Test
    void plansAreCopiedAndRemoved() {
        session.duplicate();
        assertThat(names()).containsExactly("original", "optimized", "A");
        assertThat(session.index()).isEqualTo(2);
        session.remove();
        session.remove();
        session.remove();
        assertThat(names()).as("the last one stays").hasSize(1);
        session.undo();
        session.undo();
        assertThat(names()).containsExactly("original", "optimized", "A");
    }

    @Test
    void anotherThreadIsRefused() {
        Thread owner = Thread.currentThread();
        PlanSession guarded = new PlanSession(session.reviewProperty().get(), () -> {
            if (Thread.currentThread() != owner) {
                throw new IllegalStateException("another thread");
            }
        }, () -> 0);
        List<Throwable> thrown = new ArrayList<>();
        Thread other = new Thread(guarded::undo);
        other.setUncaughtExceptionHandler((t, e) -> thrown.add(e));
        other.start();
        assertThatThrownBy(() -> {
            other.join();
            throw thrown.getFirst();
        }).isInstanceOf(IllegalStateException.class);
    }

    private void requests(int value) {
        session.edit(new Change("requests", String.valueOf(requests()), String.valueOf(value)),
                p -> p.withWorkload(p.workload().withConcurrentRequests(value)));
    }

    private int requests() {
        return session.planProperty().get().workload().concurrentRequests();
    }

    private List<String> names() {
        return session.reviewProperty().get().plans().stream().map(Plan::name).toList();
    }
}
