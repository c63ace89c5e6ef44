package io.headroom.ui.audit;

import io.headroom.plan.Review;
import io.headroom.report.read.ReportReading;
import io.headroom.session.DocumentSession;
import io.headroom.session.ReadReport;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Above every view while a report that was read is neither kept nor discarded. */
public final class ConfirmBar extends HBox {

    private final Label title = new Label();
    private final Label counts = new Label();

    /** @param documents keeps it or brings the document before back */
    public ConfirmBar(DocumentSession documents) {
        getStyleClass().add("confirm");
        setId("confirm");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("hr-strong");
        title.setMinWidth(0);
        counts.getStyleClass().add("hr-muted");
        counts.setId("confirm.counts");
        Button keep = button("Keep", "Keep what was read as a new review", documents::keepReport);
        keep.getStyleClass().add("accent");
        Button discard = button("Discard", "Discard what was read and go back", documents::discardReport);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(title, counts, gap, keep, discard);
        documents.reportProperty().subscribe(this::show);
    }

    private void show(Optional<ReadReport> report) {
        Optional<ReadReport> open = report.filter(read -> !read.isConfirmed());
        setVisible(open.isPresent());
        setManaged(open.isPresent());
        open.ifPresent(read -> {
            title.setText("Read from " + read.file() + ", not kept yet");
            counts.setText(counts(read.reading()));
        });
    }

    private static String counts(ReportReading reading) {
        Review review = reading.review();
        long open = reading.open().stream().map(point -> point.plan() + point.text()).distinct().count();
        return counted(review.plans().size(), "plan") + ", "
                + counted(review.plans().getFirst().requirements().size(), "requirement") + ", "
                + counted(reading.claims().claims().size(), "number")
                + (open == 0 ? "" : "; " + counted(open, "assumption") + " to check");
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static Button button(String text, String meaning, Runnable action) {
        Button button = new Button(text);
        button.setId("confirm." + text.toLowerCase(java.util.Locale.ROOT));
        button.setAccessibleText(meaning);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
