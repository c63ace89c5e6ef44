package io.headroom.ui.validation;

import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.session.fit.FitSession;
import io.headroom.session.validation.Comparison;
import io.headroom.session.validation.Nearest;
import io.headroom.session.validation.PlanFigures;
import io.headroom.session.validation.Point;
import io.headroom.session.validation.Progress;
import io.headroom.session.validation.Selection;
import io.headroom.session.validation.ValidationSession;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.validation.fit.FitPane;
import io.headroom.ui.view.View;
import io.headroom.ui.view.ViewName;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

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
    private final FitSession fit;
    private final StackPane place = new StackPane();
    private ValidationPane pane;
    private FitPane fitPane;
    private List<Point> figures = List.of();
    private List<Point> all = List.of();
    private Comparison comparison;
    private boolean isOld = true;
    private boolean isStopped;
    private boolean isFit;
    private boolean isShown;

    /**
     * @param plans the review
     * @param validation what is compared
     * @param fit what is fitted to one's own measurements
     * @param palette colours
     * @param onImport asks for a file of one's own
     * @param redraw asks for {@link #show} with the next pulse
     */
    public ValidationView(PlanSession plans, ValidationSession validation, FitSession fit,
            ObservableValue<Palette> palette, Runnable onImport, Runnable redraw) {
        this.plans = plans;
        this.validation = validation;
        this.fit = fit;
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
            place.getChildren().setAll(pane);
            fitButton();
            validation.progressProperty().subscribe((before, now) -> {
                isStopped = now instanceof Progress.Cancelled || now instanceof Progress.Failed;
                renew();
            });
            validation.importedProperty().subscribe((before, now) -> {
                forgetFit();
                renew();
            });
            fit.tableProperty().subscribe(redraw);
            fit.stateProperty().subscribe(redraw);
            validation.selectionProperty().subscribe(this::renew);
        }
        return place;
    }

    @Override
    public void show(Shown shown) {
        node();
        isShown = true;
        if (isFit) {
            makeFit();
            fitPane.show(validation.importedProperty().get(), shown);
            return;
        }
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

    /** Shows the fit of one's own measurements in the place of all others, or these again. */
    public void showFit(boolean isFit) {
        node();
        this.isFit = isFit;
        if (isFit) {
            makeFit();
        } else {
            place.getChildren().setAll(pane);
        }
        redraw.run();
    }

    @Override
    public void hidden() {
        isShown = false;
    }

    private void makeFit() {
        if (fitPane == null) {
            fitPane = new FitPane(fit, () -> showFit(false), onImport);
        }
        if (!place.getChildren().contains(fitPane)) {
            place.getChildren().setAll(fitPane);
        }
    }

    /** Measurements of one's own may be many: where the fit is not on screen, those of before are let go. */
    private void forgetFit() {
        if (fitPane != null && !(isFit && isShown)) {
            place.getChildren().remove(fitPane);
            fitPane = null;
            fit.forget();
        }
    }

    private void fitButton() {
        Button open = new Button("Fit assumptions…");
        open.setId("validation.fit.open");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(e -> showFit(true));
        pane.ownActions().getChildren().add(open);
    }

    private void renew() {
        isOld = true;
        redraw.run();
    }
}
