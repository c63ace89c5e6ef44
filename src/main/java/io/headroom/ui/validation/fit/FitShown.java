package io.headroom.ui.validation.fit;

import io.headroom.format.Formatter;
import io.headroom.session.Shown;
import io.headroom.session.fit.FitRow;
import io.headroom.session.fit.FitState;
import io.headroom.session.fit.FitTable;
import io.headroom.session.validation.Imported;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one redraw of the pane shows.
 *
 * @param table what can be chosen, and what is
 * @param state how far the fit is
 * @param imported one's own file
 * @param shown the plan on screen and how numbers are written
 */
record FitShown(FitTable table, FitState state, Imported imported, Shown shown) {

    Formatter format() {
        return shown.format();
    }

    /** What was found, where something was. */
    Optional<FitState.Found> found() {
        return state instanceof FitState.Found f ? Optional.of(f) : Optional.empty();
    }

    boolean isOld() {
        return found().map(FitState.Found::isOld).orElse(false);
    }

    /** The rows after the fit by their ids. */
    Map<String, FitRow> after() {
        Map<String, FitRow> rows = new HashMap<>();
        found().ifPresent(f -> f.rows().forEach(r -> rows.put(r.own().id(), r)));
        return rows;
    }
}
