package io.headroom.ui.validation;

import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.session.validation.Comparison;
import io.headroom.session.validation.Nearest;
import io.headroom.session.validation.PlanFigures;
import io.headroom.session.validation.Point;
import io.headroom.session.validation.Progress;
import io.headroom.session.validation.Selection;
import io.headroom.session.validation.ValidationSession;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.View;
import io.headroom.ui.view.ViewName;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * Predicted against measured. The first time it is shown it asks for the public rows to be estimated; while it is hidden
 * nothing of it is redrawn.
 */
public final class ValidationView implements View {

    private final PlanSession plans;
    private final ValidationSession validation;
    private final ObservableValue<Palette> palette;
    private final Runnable onImport;
    private final Runnable redraw;
    private ValidationPane pane;
    private List<Point> figures = List.of();
    private List<Point> all = List.of();
    private Comparison comparison;
    private boolean isOld = true;
    private boolean isStopped;

    /**
     * @param plans the review
     * @param validation what is compared
     * @param palette colours
     * @param onImport asks for a file of one's own
     * @param redraw asks for {@link #show} with the next pulse
     */
    public ValidationView(PlanSession plans, ValidationSession validation, ObservableValue<Palette> palette,
            Runnable onImport, Runnable redraw) {
        this.plans = plans;
        this.validation = validation;
        this.palette = palette;
        this.onImport = onImport;
        this.redraw = redraw;
    }

    @Override
    public ViewName name() {
        return ViewName.VALIDATION;
    }

    @Override
    public Region node() {
        if (pane == null) {
            pane = new ValidationPane(validation, palette, onImport);
            validation.progressProperty().subscribe((before, now) -> {
                isStopped = now instanceof Progress.Cancelled || now instanceof Progress.Failed;
                renew();
            });
            validation.importedProperty().subscribe(this::renew);
            validation.selectionProperty().subscribe(this::renew);
        }
        return pane;
    }

    @Override
    public void show(Shown shown) {
        node();
        if (!isStopped) {
            validation.start();
        }
        List<Point> measured = PlanFigures.of(plans.reviewProperty().get());
        if (isOld || !measured.equals(figures)) {
            isOld = false;
            figures = measured;
            all = validation.points(measured);
            comparison = Comparison.of(all, validation.selectionProperty().get());
        }
        Selection selection = comparison.selection();
        Nearest nearest = Nearest.to(shown.now().plan(), selection.scope(), all);
        pane.show(new ValidationShown(validation.progressProperty().get(), validation.importedProperty().get(),
                comparison, figures.size(), nearest, shown));
    }

    /** The row for what can be done with one's own measurements; empty until somebody fills it. */
    public HBox ownActions() {
        node();
        return pane.ownActions();
    }

    private void renew() {
        isOld = true;
        redraw.run();
    }
}
