package io.headroom.session.search;

import io.headroom.plan.Plan;

/** The last plan without its degrees: views ask several times a redraw. */
final class Degreeless {

    private Plan last;
    private Plan without;

    /** {@code plan} as a search sees it, see {@link SearchWish#withoutDegrees}. */
    Plan of(Plan plan) {
        if (plan != last) {
            last = plan;
            without = SearchWish.withoutDegrees(plan);
        }
        return without;
    }
}
