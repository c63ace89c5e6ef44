package io.headroom.session.fit;

import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import io.headroom.session.turn.Turn;
import io.headroom.session.turn.Turns;
import io.headroom.session.validation.Imported;
import io.headroom.validate.fit.AssumptionFit;
import io.headroom.validate.fit.Basis;
import io.headroom.validate.fit.Fitted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A fit of assumptions to one's own measurements, from the choice to what is adopted. Estimates and fits run in the
 * background, the latest wins; state changes on its owner's thread only. Nothing is computed before
 * {@link #look} is called first.
 */
public final class FitSession {

    private final PlanSession plans;
    private final Profile calibrated;
    private final Executor background;
    private final Turns tabling;
    private final Turns fitting;
    private final ReadOnlyObjectWrapper<FitTable> table = new ReadOnlyObjectWrapper<>(this, "table", FitTable.EMPTY);
    private final ReadOnlyObjectWrapper<FitState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new FitState.Idle());
    private FitChoice choice = FitChoice.FIRST;
    private Question asked;
    private Question answered;
    private Question fittedTo;
    private Review adopted;
    private List<FitRow> rows = List.of();

    /**
     * @param plans the review
     * @param calibrated the profile that was fitted to public rows
     * @param background runs what takes long
     * @param owner the thread that owns the state
     */
    public FitSession(PlanSession plans, Profile calibrated, Executor background, Executor owner) {
        this.plans = plans;
        this.calibrated = calibrated;
        this.background = background;
        this.tabling = new Turns(owner);
        this.fitting = new Turns(owner);
    }

    /** Brings the table up to date with the review and {@code imported} rows; nothing happens where it is. */
    public void look(Imported imported) {
        ask(new Question(plans.reviewProperty().get(), plans.planProperty().get(), imported, calibrated, choice));
    }

    /** Uses measurement {@code id} or not. */
    public void choose(String id, boolean isChosen) {
        choose(choice.with(id, isChosen));
    }

    /** Uses every measurement that is estimated, or none. */
    public void chooseAll(boolean isChosen) {
        Set<String> ids = new LinkedHashSet<>();
        if (isChosen) {
            rows.stream().filter(FitRow::isUsable).forEach(r -> ids.add(r.own().id()));
        }
        choose(choice.withRows(ids));
    }

    /** Fits {@code knob} or not. */
    public void choose(Knob knob, boolean isChosen) {
        choose(choice.with(knob, isChosen));
    }

    /** Starts from the calibrated profile, or from what plans assume. */
    public void startFrom(boolean isCalibrated) {
        choose(choice.withCalibrated(isCalibrated));
    }

    /** Chooses anew. */
    public void choose(FitChoice value) {
        choice = value;
        if (asked != null) {
            ask(asked.with(value));
        }
    }

    /** Fits what is chosen. */
    public void fit() {
        FitTable chosen = table.get();
        if (!chosen.isReady() || !asked.equals(answered)) {
            return;
        }
        Turn turn = fitting.next();
        fittedTo = asked;
        Question question = asked;
        state.set(new FitState.Running(0));
        background.execute(() -> fit(question, chosen, turn));
    }

    /** Stops the fit that is under way. */
    public void cancel() {
        if (state.get() instanceof FitState.Running) {
            fitting.end();
            state.set(new FitState.Idle());
        }
    }

    /** Takes the fitted values into the plan on screen, or into every plan: one edit. */
    public void adopt(boolean isForAll) {
        if (!(state.get() instanceof FitState.Found found) || found.isOld()) {
            return;
        }
        Basis basis = fittedTo.basis();
        UnaryOperator<Plan> edit = plan -> found.fitted().adopt(basis.on(plan));
        Change change = FitText.change(found.fitted(), found.fitted().errors().size(), found.isCalibrated(), isForAll,
                plans.shown().format());
        state.set(new FitState.Adopted(change.label()));
        if (isForAll) {
            plans.editAll(change, edit);
        } else {
            plans.edit(change, edit);
        }
        adopted = plans.reviewProperty().get();
    }

    /** Forgets what was found. */
    public void discard() {
        if (state.get() instanceof FitState.Found) {
            state.set(new FitState.Idle());
        }
    }

    /** Lets go of all measurements and of what was fitted to them, but for what is chosen: they are others now, and nobody looks. */
    public void forget() {
        tabling.end();
        fitting.end();
        asked = null;
        answered = null;
        fittedTo = null;
        rows = List.of();
        table.set(FitTable.EMPTY);
        state.set(new FitState.Idle());
    }

    /** What can be chosen, and what is. */
    public ReadOnlyObjectProperty<FitTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** How far a fit is. */
    public ReadOnlyObjectProperty<FitState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void ask(Question question) {
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        if (state.get() instanceof FitState.Found found) {
            state.set(found.old(!question.equals(fittedTo)));
        } else if (state.get() instanceof FitState.Adopted && question.review() != adopted) {
            state.set(new FitState.Idle());
        } else {
            cancel();
        }
        Turn turn = tabling.next();
        List<FitRow> known = question.hasRowsOf(answered) ? rows : null;
        background.execute(() -> {
            try {
                List<FitRow> estimated = known == null ? estimate(question, turn) : known;
                FitTable made = FitTable.of(question, estimated);
                turn.tell(() -> {
                    rows = estimated;
                    answered = question;
                    table.set(made);
                });
            } catch (CancellationException e) {
                // another question came
                return;
            }
        });
    }

    private static List<FitRow> estimate(Question question, Turn turn) {
        List<FitRow> estimated = new ArrayList<>();
        for (Own own : question.measurements()) {
            if (!turn.isWanted()) {
                throw new CancellationException("another question came");
            }
            estimated.add(new FitRow(own, false, own.sample().estimated(), Double.NaN));
        }
        return List.copyOf(estimated);
    }

    private void fit(Question question, FitTable chosen, Turn turn) {
        try {
            double[] said = {0};
            Fitted fitted = AssumptionFit.fit(FitTable.samples(chosen.rows()),
                    question.basis().of(question.plan()), EnumSet.copyOf(chosen.wanted()), share -> {
                        if (share != said[0]) {
                            said[0] = share;
                            turn.tell(() -> state.set(new FitState.Running(share)));
                        }
                        return turn.isWanted();
                    });
            List<FitRow> after = chosen.rows().stream().map(row -> row.withFitted(row.own().sample().estimate()
                    .applyAsDouble(fitted.adopt(row.own().sample().plan())))).toList();
            turn.tell(() -> state.set(new FitState.Found(fitted, after, question.choice().isCalibrated(), false)));
        } catch (CancellationException e) {
            // whoever stopped it has said so already
            return;
        } catch (RuntimeException e) {
            turn.tell(() -> state.set(new FitState.Failed(String.valueOf(e.getMessage()))));
        }
    }
}
