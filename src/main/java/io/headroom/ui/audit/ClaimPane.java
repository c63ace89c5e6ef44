package io.headroom.ui.audit;

import io.headroom.format.Formatter;
import io.headroom.session.audit.ClaimRow;
import io.headroom.session.audit.ClaimText;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chosen claim: what the text says, the verdict, and why. */
final class ClaimPane extends VBox {

    private final Label title = new Label();
    private final Label verdict = new Label();
    private final Label quote = new Label();
    private final VBox reasons = new VBox();
    private final Button show = new Button("Show in plan");
    private ClaimRow chosen;
    private Formatter format = Formatter.WITHOUT_BYTES;

    ClaimPane(Consumer<ClaimRow> onShow) {
        getStyleClass().add("audit-claim");
        title.getStyleClass().add("hr-title");
        title.setId("audit.title");
        verdict.getStyleClass().add("hr-strong");
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        quote.setWrapText(true);
        quote.setMinHeight(Region.USE_PREF_SIZE);
        quote.getStyleClass().add("hr-muted");
        quote.setId("audit.quote");
        reasons.setId("audit.reasons");
        reasons.getStyleClass().add("audit-lines");
        show.setId("audit.show");
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(e -> onShow.accept(chosen));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, verdict, gap, show);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("audit-head");
        ScrollPane scroll = new ScrollPane(new VBox(quote, reasons));
        Nodes.paintInParts(scroll);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "audit-scroll");
        scroll.setAccessibleText("The chosen claim");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        show(Optional.empty());
    }

    void show(Optional<ClaimRow> row) {
        chosen = row.orElse(null);
        show.setVisible(row.flatMap(ClaimRow::metric).isPresent() && !chosen.claim().subject().isEmpty());
        title.setText(row.map(ClaimPane::title).orElse("No claim is chosen"));
        verdict.setText(row.map(ClaimText::verdict).orElse(""));
        StyleClasses.choose(verdict, VerdictLook.ALL, row.map(VerdictLook::of).orElse(""));
        quote.setText(row.map(r -> (r.claim().line() > 0 ? "Line " + r.claim().line() + ": " : "") + r.claim().text())
                .orElse(""));
        reason();
    }

    /** Writes the reasons anew where {@code now} has other units. */
    void write(Formatter now) {
        boolean isOther = now.byteUnits() != format.byteUnits();
        format = now;
        if (isOther) {
            reason();
        }
    }

    private void reason() {
        reasons.getChildren().setAll(lines(Optional.ofNullable(chosen)).stream().map(ClaimPane::line).toList());
    }

    private static String title(ClaimRow row) {
        String plan = row.claim().subject().isEmpty() ? "" : row.claim().subject() + ": ";
        return plan + ClaimText.reading(row.claim()) + " " + ClaimText.claimed(row.claim());
    }

    private List<String> lines(Optional<ClaimRow> row) {
        List<String> lines = new ArrayList<>();
        row.flatMap(ClaimRow::audited).ifPresent(audited -> {
            lines.addAll(audited.reasons(format));
            audited.mistake().ifPresent(mistake -> lines.add("Likely mistake: " + mistake + "."));
            if (lines.isEmpty()) {
                lines.add("Nothing is computed for it, and the text has no other figure that bears on it.");
            }
        });
        if (row.isPresent() && row.get().audited().isEmpty()) {
            lines.add("Taken as given: the audit counts with it.");
        }
        return lines;
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
