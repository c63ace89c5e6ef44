package io.headroom.ui.validation.fit;

import io.headroom.catalog.Knob;
import io.headroom.plan.Assumptions;
import io.headroom.session.Shown;
import io.headroom.session.fit.FitSession;
import io.headroom.session.fit.FitTable;
import io.headroom.session.validation.Imported;
import io.headroom.ui.theme.Nodes;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One's own measurements on the left, what is fitted to them and what came of it on the right. */
public final class FitPane extends BorderPane {

    private final FitSession session;
    private final MeasurementTable table;
    private final List<KnobRow> knobs = new ArrayList<>();
    private final ResultPane result;
    private final RadioButton planned = new RadioButton();
    private final RadioButton calibrated = new RadioButton("the profile \"calibrated\"");
    private final Label rows = new Label();

    /**
     * @param session the fit
     * @param onBack shows all measurements again
     * @param onImport asks for a file of one's own
     */
    public FitPane(FitSession session, Runnable onBack, Runnable onImport) {
        this.session = session;
        getStyleClass().add("fit");
        table = new MeasurementTable(session);
        result = new ResultPane(session);
        for (Knob knob : FitTable.KNOBS) {
            knobs.add(new KnobRow(session, knob));
        }
        setTop(head(onBack, onImport));
        setCenter(table);
        setRight(side());
    }

    /** Redraws the pane. */
    public void show(Imported imported, Shown shown) {
        session.look(imported);
        FitShown now = new FitShown(session.tableProperty().get(), session.stateProperty().get(), imported, shown);
        table.show(now);
        knobs.forEach(row -> row.show(now));
        result.show(now);
        Assumptions a = shown.now().plan().assumptions();
        planned.setText("what each plan assumes (here: " + a.profile().id()
                + (a.given().isEmpty() ? "" : ", " + a.given().size() + " changed") + ")");
        boolean isCalibrated = now.table().choice().isCalibrated();
        planned.setSelected(!isCalibrated);
        calibrated.setSelected(isCalibrated);
        rows.setText(rowsText(imported, shown, isCalibrated));
        Nodes.visible(rows, !rows.getText().isEmpty());
    }

    private static String rowsText(Imported imported, Shown shown, boolean isCalibrated) {
        if (!imported.isOpen()) {
            return "";
        }
        return "Rows of " + imported.file() + " are estimated with "
                + (isCalibrated ? "the profile \"calibrated\"" : "the assumptions of " + shown.now().plan().name())
                + " and the engine that each row names.";
    }

    private HBox head(Runnable onBack, Runnable onImport) {
        Button back = button("‹ All measurements", "fit.back", onBack);
        Label title = new Label("Fit assumptions to your own measurements");
        title.getStyleClass().add("hr-strong");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(back, title, gap, button("Use all", "fit.all", () -> session.chooseAll(true)),
                button("Use none", "fit.none", () -> session.chooseAll(false)),
                button("Import measurements…", "fit.import", onImport));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("fit-head");
        return head;
    }

    private BorderPane side() {
        ToggleGroup basis = new ToggleGroup();
        planned.setWrapText(true);
        planned.setToggleGroup(basis);
        calibrated.setToggleGroup(basis);
        planned.setId("fit.planned");
        calibrated.setId("fit.calibrated");
        planned.setOnAction(e -> session.startFrom(false));
        calibrated.setOnAction(e -> session.startFrom(true));
        rows.setId("fit.basis");
        rows.getStyleClass().addAll("hr-muted", "hr-small");
        rows.setWrapText(true);
        rows.setMinHeight(Region.USE_PREF_SIZE);
        VBox from = new VBox(section("Start from"), planned, calibrated, rows);
        from.getStyleClass().add("fit-group");
        VBox which = new VBox(section("Fit these assumptions"));
        which.getChildren().addAll(knobs);
        which.getStyleClass().add("fit-group");
        VBox all = new VBox(from, which);
        all.getStyleClass().add("fit-side");
        ScrollPane side = new ScrollPane(all);
        Nodes.paintInParts(side);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setFocusTraversable(false);
        side.getStyleClass().addAll("fit-side-scroll", "edge-to-edge");
        // what starts the fit and adopts it stays in sight in a low window
        BorderPane whole = new BorderPane(side);
        whole.setBottom(result);
        whole.getStyleClass().add("fit-right");
        return whole;
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-section");
        return label;
    }

    private static Button button(String text, String id, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
