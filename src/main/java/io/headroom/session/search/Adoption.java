package io.headroom.session.search;

import io.headroom.explore.search.Found;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import java.util.ArrayList;
import java.util.List;

/** Takes a plan that was found into the review, as one edit. */
final class Adoption {

    private Adoption() {
    }

    /** Adds {@code found} behind the others and shows it; {@code prefix} comes before its layout in its name. */
    static void add(PlanSession plans, Found found, String prefix) {
        Review before = plans.reviewProperty().get();
        String name = freeName((prefix + " " + LayoutLabel.of(found.plan())).strip(), before);
        List<Plan> all = new ArrayList<>(before.plans());
        all.add(adopted(found.plan(), plans.planProperty().get(), name));
        plans.replace(Change.of("Add plan " + name), new Review(before.name(), before.baseline(), all, before.extras()),
                all.size() - 1);
    }

    /** {@code found} as a plan of its own: the limits of {@code asked} again, and nothing that was said of its layout. */
    private static Plan adopted(Plan found, Plan asked, String name) {
        return new Plan(name, found.model(), found.modelJson(), found.hardware(), found.precision(),
                found.parallelism(), found.workload(), found.assumptions(), found.demand(), asked.requirements(),
                List.of(), List.of(), found.view(), found.extras(), found.ranges());
    }

    private static String freeName(String label, Review review) {
        List<String> taken = review.plans().stream().map(Plan::name).toList();
        String name = label;
        for (int i = 2; taken.contains(name); i++) {
            name = label + " (" + i + ")";
        }
        return name;
    }
}
