package io.headroom.session.search;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.Distance;
import io.headroom.explore.alternative.GpuChoice;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.session.PlanSession;
import io.headroom.session.turn.Turn;
import io.headroom.session.turn.Turns;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Searches the layouts of the plan on screen. Asking anew gives up what is under way; until the answer is there the one
 * before stays, and {@link #isCurrent} says that it is old. State changes on its owner's thread only.
 */
public final class SearchSession {

    private final PlanSession plans;
    private final Executor background;
    private final Turns turns;
    private final Workers workers;
    private final ReadOnlyObjectWrapper<Optional<SearchAnswer>> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Optional.empty());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private SearchWish asked;
    private Optional<GpuQuestion> typed = Optional.empty();
    private Optional<GpuQuestion> usual = Optional.empty();
    private String usualOf = "";
    private final Degreeless degreeless = new Degreeless();
    private Metric across = SearchSpace.DEFAULT_FRONT.getFirst();
    private Metric up = SearchSpace.DEFAULT_FRONT.getLast();

    /**
     * @param plans the review
     * @param background runs what takes longer than a frame
     * @param owner the thread that owns the state
     * @param workers who share the work with the thread of {@code background}
     */
    public SearchSession(PlanSession plans, Executor background, Executor owner, Workers workers) {
        this.plans = plans;
        this.background = background;
        this.turns = new Turns(owner);
        this.workers = workers;
    }

    /** What is asked about the plan on screen. */
    public SearchWish wish() {
        Plan plan = plans.planProperty().get();
        return new SearchWish(degreeless.of(plan), typed.orElseGet(() -> usual(plan)), across, up);
    }

    /** The numbers before, as long as the plan's own is one of them: a degree that moves asks nothing new. */
    private GpuQuestion usual(Plan plan) {
        Review review = plans.reviewProperty().get();
        String name = review.name() + "/" + plan.name();
        if (!usual.map(q -> q.numbers().contains(GpuQuestion.gpus(plan))).orElse(false) || !name.equals(usualOf)) {
            usual = Optional.of(GpuQuestion.about(plan, review));
            usualOf = name;
        }
        return usual.get();
    }

    /** GPUs at most where accelerators are set side by side: those that were typed, else a node of most of them at least. */
    public int mostGpus() {
        return typed.map(GpuQuestion::most).orElseGet(() -> Math.max(GpuChoice.LEAST_GPUS, wish().gpus().most()));
    }

    /** How far the plan on screen is from the front of {@code answer}; empty where it does not fit. */
    public Optional<Distance> distance(SearchAnswer answer) {
        return Estimator.estimate(plans.planProperty().get()) instanceof Estimate own && own.memory().fits()
                ? Distance.of(own, answer.all()) : Optional.empty();
    }

    /** The plan on screen. */
    public Plan plan() {
        return plans.planProperty().get();
    }

    /** Asks for the layouts of the plan on screen; nothing happens where the answer is there or under way. */
    public void ask() {
        SearchWish wish = wish();
        if (wish.equals(asked)) {
            return;
        }
        asked = wish;
        Turn turn = turns.next();
        problem.set("");
        progress.set(0);
        if (!isAbout(wish)) {
            background.execute(() -> work(wish, turn));
        }
    }

    /** Gives up what is under way: nobody looks at it any more. */
    public void forget() {
        asked = null;
        turns.end();
    }

    /** Asks about these numbers of GPUs, whatever the plan; empty: those that belong to the plan. */
    public void choose(Optional<GpuQuestion> gpus) {
        typed = gpus;
        usual = Optional.empty();
    }

    /** Draws the front over {@code metric} to the right; where it goes up already, the two change places. */
    public void chooseAcross(Metric metric) {
        up = metric == up ? across : up;
        across = metric;
    }

    /** Draws the front over {@code metric} upwards; where it goes to the right already, the two change places. */
    public void chooseUp(Metric metric) {
        across = metric == across ? up : across;
        up = metric;
    }

    /** Whether the answer that is there is the one to {@link #wish}. */
    public boolean isCurrent() {
        return isAbout(wish());
    }

    /** Adds {@code found} to the review as a plan of its own and shows it; an old answer adds nothing. */
    public void adopt(Found found) {
        if (!isCurrent()) {
            return;
        }
        Adoption.add(plans, found, "");
    }

    /** The last answer; empty before the first. */
    public ReadOnlyObjectProperty<Optional<SearchAnswer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** How much of the search under way is done, [0, 1]. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why there is no answer; empty unless the program is at fault. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private boolean isAbout(SearchWish wish) {
        return answer.get().filter(a -> a.wish().equals(wish)).isPresent();
    }

    private void work(SearchWish wish, Turn turn) {
        try {
            SearchAnswer found = new SearchWork(wish, workers, () -> !turn.isWanted(),
                    share -> turn.tell(() -> progress.set(share))).run();
            turn.tell(() -> answer.set(Optional.of(found)));
        } catch (CancellationException e) {
            // whoever asked anew, or looked away, knows
            return;
        } catch (RuntimeException e) {
            // a fault of the program must not look like work that never ends
            turn.tell(() -> problem.set(String.valueOf(e.getMessage())));
        }
    }
}
