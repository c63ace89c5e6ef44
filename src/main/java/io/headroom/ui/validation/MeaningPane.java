package io.headroom.ui.validation;

import io.headroom.session.validation.Imported;
import io.headroom.session.validation.ValidationSession;
import io.headroom.ui.theme.StyleClasses;
import io.headroom.ui.theme.Unbroken;
import io.headroom.validate.ErrorStatistics;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Below the chart: what it means for the plan on screen, how its errors are to be taken, and one's own measurements. */
final class MeaningPane extends VBox {

    private final Label plan = new Label();
    private final Label profile = new Label();
    private final Label fit = new Label();
    private final Label own = new Label();
    private final Label basis = new Label();
    private final Label problem = new Label();
    private final CheckBox alone = new CheckBox("Only own");
    private final Button close = new Button("Remove file");
    private final HBox ownActions = new HBox();

    MeaningPane(ValidationSession session, Runnable onImport) {
        getStyleClass().add("validation-meaning");
        fit.setId("validation.fit");
        plan.setId("validation.plan");
        own.setId("validation.own");
        basis.setId("validation.basis");
        basis.getStyleClass().add("hr-muted");
        problem.setId("validation.problem");
        ownActions.setId("validation.ownActions");
        fit.getStyleClass().add("hr-muted");
        profile.getStyleClass().add("hr-warn");
        own.getStyleClass().add("hr-strong");
        for (Label label : new Label[] {plan, profile, fit, own, basis, problem}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        alone.setId("validation.alone");
        alone.setMinWidth(Region.USE_PREF_SIZE);
        alone.setOnAction(e -> session.selectionProperty().set(
                session.selectionProperty().get().withPublic(!alone.isSelected())));
        close.setOnAction(e -> session.close());
        close.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = new Button("Import measurements…");
        open.setId("validation.import");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(e -> onImport.run());
        ownActions.getStyleClass().add("validation-actions");
        HBox ownRow = new HBox(own, alone, close, gap, open, ownActions);
        ownRow.setAlignment(Pos.CENTER_LEFT);
        ownRow.getStyleClass().add("validation-own");
        getChildren().addAll(plan, profile, fit, ownRow, basis, problem);
    }

    HBox ownActions() {
        return ownActions;
    }

    void show(ValidationShown now) {
        plan.setText(Unbroken.of(MeaningText.of(now)));
        fit.setText(Unbroken.of(MeaningText.fit(now)));
        String warning = MeaningText.profile(now);
        profile.setText(Unbroken.of(warning));
        show(profile, !warning.isEmpty());
        Imported imported = now.imported();
        long figures = now.figures();
        own.setText(ownText(now));
        show(alone, imported.isOpen() || figures > 0);
        alone.setSelected(!now.comparison().selection().withPublic());
        show(close, imported.isOpen());
        basis.setText(MeaningText.basis(imported));
        show(basis, imported.isOpen());
        problem.setText(problemText(imported));
        StyleClasses.choose(problem, List.of("hr-over", "hr-warn"), imported.isRefused() ? "hr-over" : "hr-warn");
        show(problem, !problem.getText().isEmpty());
    }

    private static String ownText(ValidationShown now) {
        Imported imported = now.imported();
        long figures = now.figures();
        String file = imported.isOpen() ? imported.file() + ": " + imported.message() : "";
        String plans = figures == 0 ? "" : figures + (figures == 1 ? " measured figure" : " measured figures")
                + " of this review";
        String both = file.isEmpty() || plans.isEmpty() ? file + plans : file + "; " + plans;
        ErrorStatistics errors = now.comparison().own();
        return both.isEmpty() ? "" : "◆ " + both + (errors.count() == 0 ? ""
                : ": " + now.comparison().selection().scope().label() + " off by "
                        + now.shown().format().share(errors.medianAbsolute()) + " (median of " + errors.count() + ")");
    }

    private static String problemText(Imported imported) {
        if (imported.problems().isEmpty()) {
            return "";
        }
        if (imported.isRefused()) {
            return "✗ " + imported.message() + ". " + imported.problems().getFirst();
        }
        int more = imported.problems().size() - 1;
        return "! " + imported.problems().getFirst() + (more == 0 ? "" : " (and " + more + " more, see Not counted)");
    }

    private static void show(Region node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
