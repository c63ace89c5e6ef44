package io.headroom.session;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The review on screen. An edit sets the plan and its judgement at once, on one thread; views listen and redraw
 * with the next pulse.
 *
 * <p>The history has one entry an edit, and one for all edits between {@link #beginGesture} and {@link #endGesture}:
 * a drag is undone at one stroke.
 */
public final class PlanSession {

    private final Runnable threadCheck;
    private final LongSupplier nanoTime;
    private final ReadOnlyObjectWrapper<Review> review = new ReadOnlyObjectWrapper<>(this, "review");
    private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(this, "plan");
    private final ReadOnlyObjectWrapper<Judgement> judgement = new ReadOnlyObjectWrapper<>(this, "judgement");
    private final ReadOnlyObjectWrapper<Judgement> baseline = new ReadOnlyObjectWrapper<>(this, "baseline");
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
    private final ReadOnlyStringWrapper undoLabel = new ReadOnlyStringWrapper(this, "undoLabel", "");
    private final ReadOnlyStringWrapper redoLabel = new ReadOnlyStringWrapper(this, "redoLabel", "");
    private final ReadOnlyLongWrapper computeNanos = new ReadOnlyLongWrapper(this, "computeNanos");
    private final BooleanProperty keepsGpus = new SimpleBooleanProperty(this, "keepsGpus");
    private final ObjectProperty<ByteUnits> byteUnits = new SimpleObjectProperty<>(this, "byteUnits", ByteUnits.GB);

    private State state;
    private History history;
    private Edge back = Edge.NONE;
    private Edge forth = Edge.NONE;
    private Review saved;
    private boolean inGesture;
    private State gestureStart;
    private Change gestureChange;

    /**
     * @param first the review to show
     * @param threadCheck throws where it is not called on the thread that owns the state
     * @param nanoTime a clock for the time a judgement takes
     */
    public PlanSession(Review first, Runnable threadCheck, LongSupplier nanoTime) {
        this.threadCheck = threadCheck;
        this.nanoTime = nanoTime;
        open(first);
    }

    /** Shows another review; the history starts anew. */
    public void open(Review opened) {
        threadCheck.run();
        inGesture = false;
        gestureChange = null;
        back = Edge.NONE;
        forth = Edge.NONE;
        saved = opened;
        history = new History(new State(opened, 0));
        baseline.set(Judge.judge(baselineOf(opened)));
        state = null;
        show(new State(opened, 0));
    }

    /** Shows plan {@code index} of {@code wanted} as one edit of the review, which undo takes back. */
    public void replace(Change change, Review wanted, int index) {
        threadCheck.run();
        endGesture();
        if (!wanted.equals(state.review())) {
            push(change, new State(wanted, index));
        }
    }

    /** Takes {@code written} as what the file holds; edits made while it was being written stay unsaved. */
    public void markSaved(Review written) {
        threadCheck.run();
        saved = written;
        dirty.set(isDirty(state.review()));
    }

    /** Takes the review as one that no file holds. */
    void markUnsaved() {
        threadCheck.run();
        saved = null;
        dirty.set(true);
    }

    /** The review with its history, to be shown again by {@link #restore}. */
    Kept keep() {
        threadCheck.run();
        endGesture();
        return new Kept(saved, history, state, baseline.get(), back);
    }

    /** Shows a review that was kept, as it was. */
    void restore(Kept kept) {
        threadCheck.run();
        inGesture = false;
        gestureChange = null;
        saved = kept.saved();
        history = kept.history();
        back = kept.back();
        forth = Edge.NONE;
        baseline.set(kept.baseline());
        show(kept.state());
    }

    /** Lets undo go on beyond the beginning of the history. */
    void back(Edge edge) {
        back = edge;
        labels();
    }

    /** Lets redo go on beyond the end of the history, until the next edit. */
    void forth(Edge edge) {
        forth = edge;
        labels();
    }

    /** Changes the plan on screen; nothing happens where the result is the same plan. */
    public void edit(Change change, UnaryOperator<Plan> edit) {
        threadCheck.run();
        Plan changed = edit.apply(state.plan());
        if (changed.equals(state.plan())) {
            return;
        }
        push(change, state.withPlan(changed));
    }

    /** Changes every plan of the review as one edit; nothing happens where all stay as they are. */
    public void editAll(Change change, UnaryOperator<Plan> edit) {
        threadCheck.run();
        Review before = state.review();
        List<Plan> plans = before.plans().stream().map(edit).toList();
        if (plans.equals(before.plans())) {
            return;
        }
        push(change, new State(new Review(before.name(), before.baseline(), plans, before.extras()), state.index()));
    }

    /**
     * Takes the percentiles that a simulation of {@code played} has; nothing happens where another plan is on screen by
     * now. Until those of an edited plan are there, the plan is judged by the ones before.
     */
    public void take(Plan played, Map<Metric, Double> percentiles) {
        threadCheck.run();
        if (played.equals(state.plan()) && !percentiles.equals(judgement.get().percentiles())) {
            judgement.set(Judge.judge(played, judgement.get().outcome(), percentiles));
        }
    }

    /** From here on edits count as one, until {@link #endGesture}. */
    public void beginGesture() {
        threadCheck.run();
        endGesture();
        inGesture = true;
        gestureStart = state;
        gestureChange = null;
    }

    /** Whether somebody drags just now. */
    public boolean isInGesture() {
        return inGesture;
    }

    /** Closes a gesture: what it changed becomes one entry of the history. */
    public void endGesture() {
        threadCheck.run();
        if (inGesture && gestureChange != null && !state.equals(gestureStart)) {
            history.push(gestureChange.label(), state, gestureStart.index());
            labels();
        }
        inGesture = false;
        gestureChange = null;
    }

    /** Shows another plan of the review; not an edit, so there is nothing to undo. */
    public void select(int index) {
        threadCheck.run();
        endGesture();
        show(new State(state.review(), index));
    }

    /** Adds a copy of the plan on screen behind the last one and shows it. */
    public void duplicate() {
        threadCheck.run();
        endGesture();
        Review before = state.review();
        List<Plan> plans = new ArrayList<>(before.plans());
        plans.add(state.plan().withName(freeName(before)));
        Review after = new Review(before.name(), before.baseline(), plans, before.extras());
        push(Change.of("Add plan " + plans.getLast().name()), new State(after, plans.size() - 1));
    }

    /** Removes the plan on screen, unless it is the only one. */
    public void remove() {
        threadCheck.run();
        endGesture();
        List<Plan> plans = new ArrayList<>(state.review().plans());
        if (plans.size() == 1) {
            return;
        }
        Plan gone = plans.remove(state.index());
        Review before = state.review();
        Review after = new Review(before.name(), before.baseline(), plans, before.extras());
        push(Change.of("Remove plan " + gone.name()), new State(after, state.index()));
    }

    /** Compares with the plan on screen, as it is now, from here on. */
    public void setBaseline() {
        threadCheck.run();
        endGesture();
        Review r = state.review();
        baseline.set(judgement.get());
        push(Change.of("Baseline " + state.plan().name()),
                new State(new Review(r.name(), state.plan().name(), r.plans(), r.extras()), state.index()));
    }

    /** Takes back the last entry of the history. */
    public void undo() {
        threadCheck.run();
        endGesture();
        if (history.canUndo()) {
            show(history.undo());
        } else {
            back.go().run();
        }
    }

    /** Does again what was taken back. */
    public void redo() {
        threadCheck.run();
        endGesture();
        if (history.canRedo()) {
            show(history.redo());
        } else {
            forth.go().run();
        }
    }

    /** Shows entry {@code position} of the history. */
    public void goTo(int position) {
        threadCheck.run();
        endGesture();
        show(history.goTo(position));
    }

    /** What each entry of the history did, oldest first. */
    public List<String> historyLabels() {
        return history.labels();
    }

    /** The entry of the history that is shown. */
    public int historyPosition() {
        return history.position();
    }

    /** The plan's place in the review. */
    public int index() {
        return state.index();
    }

    public ReadOnlyObjectProperty<Review> reviewProperty() {
        return review.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** The plan on screen with all that follows from it; the last of all properties to change. */
    public ReadOnlyObjectProperty<Judgement> judgementProperty() {
        return judgement.getReadOnlyProperty();
    }

    /** What the plan is compared with: the baseline that the review names, as it was opened, or as it was set. */
    public ReadOnlyObjectProperty<Judgement> baselineProperty() {
        return baseline.getReadOnlyProperty();
    }

    /** Whether the review differs from its file. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** What undo takes back, empty where there is nothing. */
    public ReadOnlyStringProperty undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    /** What redo does again, empty where there is nothing. */
    public ReadOnlyStringProperty redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }

    /** How long the judgement on screen took. */
    public ReadOnlyLongProperty computeNanosProperty() {
        return computeNanos.getReadOnlyProperty();
    }

    /** All that a redraw needs. */
    public Shown shown() {
        return new Shown(judgement.get(), baseline.get(), new Formatter(byteUnits.get()), UnderLoad.NONE, Doubt.NONE);
    }

    /** GB or GiB, everywhere. */
    public ObjectProperty<ByteUnits> byteUnitsProperty() {
        return byteUnits;
    }

    /** Whether a moved degree lets others give way, so that the number of GPUs stays. */
    public BooleanProperty keepsGpusProperty() {
        return keepsGpus;
    }

    private void push(Change change, State next) {
        forth = Edge.NONE;
        if (inGesture) {
            gestureChange = gestureChange == null ? change : gestureChange.then(change);
        } else {
            history.push(change.label(), next, state.index());
        }
        show(next);
    }

    private void show(State next) {
        // of the same plan, edited: views mark them as old
        Map<Metric, Double> percentiles = state != null && next.plan().name().equals(state.plan().name())
                ? judgement.get().percentiles() : Map.of();
        state = next;
        review.set(next.review());
        plan.set(next.plan());
        dirty.set(isDirty(next.review()));
        labels();
        long start = nanoTime.getAsLong();
        Judgement now = Judge.judge(next.plan(), Estimator.estimate(next.plan()), percentiles);
        computeNanos.set(nanoTime.getAsLong() - start);
        judgement.set(now);
    }

    private boolean isDirty(Review now) {
        return now != saved && !now.equals(saved);
    }

    private void labels() {
        undoLabel.set(history.canUndo() ? history.undoLabel() : back.label());
        redoLabel.set(history.canRedo() ? history.redoLabel() : forth.label());
    }

    private static Plan baselineOf(Review review) {
        return review.plans().stream().filter(p -> p.name().equals(review.baseline())).findFirst()
                .orElse(review.plans().getFirst());
    }

    private static String freeName(Review review) {
        List<String> taken = review.plans().stream().map(Plan::name).toList();
        for (char c = 'A'; c <= 'Z'; c++) {
            if (!taken.contains(String.valueOf(c))) {
                return String.valueOf(c);
            }
        }
        return "Plan " + (taken.size() + 1);
    }
}
