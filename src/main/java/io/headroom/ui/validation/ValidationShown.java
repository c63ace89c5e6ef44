package io.headroom.ui.validation;

import io.headroom.session.Shown;
import io.headroom.session.validation.Comparison;
import io.headroom.session.validation.Imported;
import io.headroom.session.validation.Nearest;
import io.headroom.session.validation.Progress;

/**
 * What one redraw of the view shows.
 *
 * @param progress how far the public rows are
 * @param imported one's own file
 * @param comparison what is chosen of all rows
 * @param figures how many measured figures the review has of any quantity
 * @param nearest rows that say most about the plan on screen
 * @param shown the plan on screen and how numbers are written
 */
record ValidationShown(Progress progress, Imported imported, Comparison comparison, int figures,
        Nearest nearest, Shown shown) {
}
