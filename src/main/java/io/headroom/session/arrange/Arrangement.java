package io.headroom.session.arrange;

import io.headroom.catalog.Catalog;
import io.headroom.json.JsonRefused;
import io.headroom.plan.Extras;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.PlanFile;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Renames, moves, copies and pastes the plans of a session's review; each is one edit that undo takes back. */
public final class Arrangement {

    private static final int LONGEST_NAME = 80;

    private final PlanSession session;
    private final Catalog catalog;

    /**
     * @param session the review
     * @param catalog what pasted plans name
     */
    public Arrangement(PlanSession session, Catalog catalog) {
        this.session = session;
        this.catalog = catalog;
    }

    /** Renames the plan on screen; why not, or empty where it was done. */
    public String rename(String wanted) {
        String name = wanted.strip();
        Review before = session.reviewProperty().get();
        Plan plan = session.planProperty().get();
        if (name.equals(plan.name())) {
            return "";
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return "A name has 1 to " + LONGEST_NAME + " characters.";
        }
        if (names(before).contains(name)) {
            return "The review has a plan " + name + " already.";
        }
        List<Plan> plans = new ArrayList<>(before.plans());
        plans.set(session.index(), plan.withName(name));
        String baseline = before.baseline().equals(plan.name()) ? name : before.baseline();
        session.replace(Change.of("Rename " + plan.name() + " to " + name),
                new Review(before.name(), baseline, plans, before.extras()), session.index());
        return "";
    }

    /** Moves the plan on screen {@code by} places to the right, to the left where negative; not beyond the ends. */
    public void move(int by) {
        Review before = session.reviewProperty().get();
        int from = session.index();
        int to = Math.clamp((long) from + by, 0, before.plans().size() - 1);
        if (to != from) {
            List<Plan> plans = new ArrayList<>(before.plans());
            plans.add(to, plans.remove(from));
            session.replace(Change.of("Move plan " + plans.get(to).name()),
                    new Review(before.name(), before.baseline(), plans, before.extras()), to);
        }
    }

    /** The plan on screen as the text of a plan file. */
    public String copied() {
        Plan plan = session.planProperty().get();
        return new String(PlanFile.write(new Review(plan.name(), plan.name(), List.of(plan), Extras.NONE)),
                StandardCharsets.UTF_8);
    }

    /**
     * Adds the plans of a plan file's text behind the last one and shows the first of them; a name that is taken gets a
     * number.
     *
     * @throws JsonRefused where the text is no plan file, with every problem
     */
    public void paste(String text) throws JsonRefused {
        Review pasted = PlanFile.read("the clipboard", text.getBytes(StandardCharsets.UTF_8), catalog).review();
        Review before = session.reviewProperty().get();
        List<Plan> plans = new ArrayList<>(before.plans());
        for (Plan plan : pasted.plans()) {
            plans.add(plan.withName(free(plan.name(), plans)));
        }
        session.replace(Change.of("Paste " + plans.get(before.plans().size()).name()),
                new Review(before.name(), before.baseline(), Collections.unmodifiableList(plans), before.extras()),
                before.plans().size());
    }

    private static String free(String name, List<Plan> taken) {
        List<String> names = taken.stream().map(Plan::name).toList();
        String candidate = name;
        for (int i = 2; names.contains(candidate); i++) {
            candidate = name + " " + i;
        }
        return candidate;
    }

    private static List<String> names(Review review) {
        return review.plans().stream().map(Plan::name).toList();
    }
}
