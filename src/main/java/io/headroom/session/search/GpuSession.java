package io.headroom.session.search;

import io.headroom.catalog.Catalog;
import io.headroom.explore.alternative.GpuChoice;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.plan.Plan;
import io.headroom.session.PlanSession;
import io.headroom.session.turn.Turn;
import io.headroom.session.turn.Turns;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Sets every accelerator of the catalogue side by side for the workload of the plan on screen. Asking anew gives up what
 * is under way; the answer before stays until then. State changes on its owner's thread only.
 */
public final class GpuSession {

    /**
     * What was asked.
     *
     * @param plan the plan, without degrees of its own where those do not matter
     * @param most GPUs at most
     */
    public record Wish(Plan plan, int most) {
    }

    /**
     * What was found.
     *
     * @param wish what was asked
     * @param choices every accelerator
     */
    public record Answer(Wish wish, List<GpuChoice> choices) {
    }

    private final PlanSession plans;
    private final Catalog catalog;
    private final Executor background;
    private final Turns turns;
    private final Workers workers;
    private final Degreeless degreeless = new Degreeless();
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private Wish asked;

    /**
     * @param plans the review
     * @param catalog the accelerators
     * @param background runs what takes longer than a frame
     * @param owner the thread that owns the state
     * @param workers who share the work with the thread of {@code background}
     */
    public GpuSession(PlanSession plans, Catalog catalog, Executor background, Executor owner, Workers workers) {
        this.plans = plans;
        this.catalog = catalog;
        this.background = background;
        this.turns = new Turns(owner);
        this.workers = workers;
    }

    /** Asks for layouts on up to {@code most} GPUs; nothing happens where the answer is there or under way. */
    public void ask(int most) {
        Wish wish = wish(most);
        if (wish.equals(asked)) {
            return;
        }
        asked = wish;
        Turn turn = turns.next();
        problem.set("");
        if (!isCurrent(most)) {
            background.execute(() -> work(wish, turn));
        }
    }

    /** Gives up what is under way: nobody looks at it any more. */
    public void forget() {
        asked = null;
        turns.end();
    }

    /** Whether the answer that is there is that of the plan on screen. */
    public boolean isCurrent(int most) {
        return answer.get().filter(a -> a.wish().equals(wish(most))).isPresent();
    }

    /** Adds {@code found} to the review as a plan of its own and shows it. */
    public void adopt(Found found) {
        Adoption.add(plans, found, found.plan().hardware().gpu().name());
    }

    /** The last answer; empty before the first. */
    public ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Why there is no answer; empty unless the program is at fault. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private Wish wish(int most) {
        return new Wish(degreeless.of(plans.planProperty().get()), most);
    }

    private void work(Wish wish, Turn turn) {
        try {
            GpuChoice.of(SearchSpace.of(wish.plan, GpuCounts.upTo(wish.most)),
                    GpuChoice.offeredWithOwn(wish.plan, catalog.gpus()), workers, () -> !turn.isWanted())
                    .ifPresent(found -> turn.tell(() -> answer.set(Optional.of(new Answer(wish, found)))));
        } catch (RuntimeException e) {
            // a fault of the program must not look like work that never ends
            turn.tell(() -> problem.set(String.valueOf(e.getMessage())));
        }
    }
}
