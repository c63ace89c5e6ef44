package io.headroom.ui.report;

import io.headroom.ui.theme.Nodes;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Above the view while a report is made: how far it is, and the way to stop it. */
public final class ExportBar extends HBox {

    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(0);

    /** @param export what is shown */
    public ExportBar(ReportExport export) {
        getStyleClass().add("confirm");
        setId("export");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("export.words");
        words.setMinWidth(Region.USE_PREF_SIZE);
        bar.setAccessibleText("Progress of the report");
        Button cancel = new Button("Cancel");
        cancel.setId("export.cancel");
        cancel.setAccessibleText("Stop making the report");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(e -> export.cancel());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(words, bar, gap, cancel);
        export.stepProperty().subscribe(this::show);
    }

    private void show(Optional<ReportExport.Step> step) {
        Nodes.visible(this, step.isPresent());
        step.ifPresent(now -> {
            words.setText("Report: " + now.words() + "…");
            bar.setProgress(now.share());
        });
    }
}
