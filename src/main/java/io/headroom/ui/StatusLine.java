package io.headroom.ui;

import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.plan.Assumptions;
import io.headroom.session.DocumentSession;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.ui.theme.Nodes;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** The last line: what kind of numbers these are, by which assumptions, in which units, from which file. */
final class StatusLine extends HBox {

    private final PlanSession session;
    private final DocumentSession documents;
    private final ReadOnlyBooleanProperty isAudience;
    private final Label assumptions = new Label();
    private final Label time = new Label();
    private final Label file = new Label();
    private final Label message = new Label();
    private final HistoryBar history;
    private final ToggleButton gb = units("GB", ByteUnits.GB, "Bytes in GB, 10 to the 9");
    private final ToggleButton gib = units("GiB", ByteUnits.GIB, "Bytes in GiB, 2 to the 30");

    StatusLine(PlanSession session, DocumentSession documents, ReadOnlyBooleanProperty isAudience) {
        this.isAudience = isAudience;
        this.session = session;
        this.documents = documents;
        this.history = new HistoryBar(session);
        getStyleClass().add("hr-status");
        setAlignment(Pos.CENTER_LEFT);
        Label kind = new Label("Analytic estimate, not a measurement");
        kind.getStyleClass().add("hr-strong");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        SegmentedButton choice = new SegmentedButton(gb, gib);
        choice.getStyleClass().add("units");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.getStyleClass().add("hr-muted");
        assumptions.getStyleClass().add("hr-muted");
        assumptions.setId("status.assumptions");
        message.getStyleClass().add("hr-muted");
        getChildren().addAll(kind, assumptions, message, gap, history, file, time, choice);
    }

    void show(Shown shown) {
        history.show();
        Nodes.visible(time, !isAudience.get());
        Nodes.visible(file, !isAudience.get());
        Assumptions a = shown.now().plan().assumptions();
        int own = a.given().size();
        assumptions.setText("Profile " + a.profile().id() + (a.engine() == null ? "" : ", " + a.engine())
                + (own == 0 ? "" : ", " + own + " changed")
                + (a.isModelMeasured() ? ". p10–p90 by this model's own measurements"
                        : a.isValidated() ? ". p10–p90 by measurements of other models" : ""));
        time.setText("computed in " + shown.format().withDigits(1)
                .text(session.computeNanosProperty().get() / 1e9, Dimension.SECONDS));
        boolean isDirty = session.dirtyProperty().get();
        file.setText((isDirty ? "● " : "") + documents.titleProperty().get());
        file.setAccessibleText(documents.titleProperty().get() + (isDirty ? ", not saved" : ""));
        (session.byteUnitsProperty().get() == ByteUnits.GB ? gb : gib).setSelected(true);
    }

    /** Says what was just done. */
    void say(String text) {
        message.setText(text);
    }

    private ToggleButton units(String text, ByteUnits units, String spoken) {
        ToggleButton button = new ToggleButton(text);
        button.setAccessibleText(spoken);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            button.setSelected(true);
            session.byteUnitsProperty().set(units);
        });
        return button;
    }
}
