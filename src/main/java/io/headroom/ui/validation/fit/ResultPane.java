package io.headroom.ui.validation.fit;

import io.headroom.format.Formatter;
import io.headroom.session.fit.FitRow;
import io.headroom.session.fit.FitSession;
import io.headroom.session.fit.FitState;
import io.headroom.session.fit.FitTable;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.StyleClasses;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Starts the fit, says how far it is and what it found, and lets it be adopted or discarded. */
final class ResultPane extends VBox {

    private final Button fit = new Button("Fit");
    private final Button stop = new Button("Stop");
    private final ProgressBar bar = new ProgressBar();
    private final Label used = words("fit.used");
    private final Label unused = words("fit.unused");
    private final Label message = words("fit.message");
    private final Button adopt = new Button("Adopt for this plan");
    private final Button adoptAll = new Button("Adopt for all plans");
    private final Button discard = new Button("Discard");
    private final FlowPane adopting = new FlowPane(adopt, adoptAll, discard);

    ResultPane(FitSession session) {
        getStyleClass().add("fit-result");
        fit.setId("fit.fit");
        stop.setId("fit.stop");
        adopt.setId("fit.adopt");
        adoptAll.setId("fit.adoptAll");
        discard.setId("fit.discard");
        fit.getStyleClass().add("accent");
        fit.setOnAction(e -> session.fit());
        stop.setOnAction(e -> session.cancel());
        adopt.setOnAction(e -> session.adopt(false));
        adoptAll.setOnAction(e -> session.adopt(true));
        discard.setOnAction(e -> session.discard());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("How much of the fit is done");
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox go = new HBox(fit, stop, bar);
        go.getStyleClass().add("fit-go");
        adopting.getStyleClass().add("fit-adopt");
        getChildren().addAll(go, used, unused, message, adopting);
    }

    void show(FitShown now) {
        boolean isRunning = now.state() instanceof FitState.Running;
        Nodes.visible(stop, isRunning);
        Nodes.visible(bar, isRunning);
        fit.setDisable(isRunning || !now.table().isReady());
        if (now.state() instanceof FitState.Running r) {
            bar.setProgress(r.share() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : r.share());
        }
        say(used, errors("Used", now, FitRow::isChosen), now.isOld());
        say(unused, errors("Not used", now, row -> !row.isChosen()), now.isOld());
        say(message, message(now), false);
        StyleClasses.choose(message, List.of("hr-over", "hr-warn", "hr-ok"), tone(now));
        Nodes.visible(adopting, now.found().isPresent());
        adopt.setDisable(now.isOld());
        adoptAll.setDisable(now.isOld());
    }

    private static String errors(String who, FitShown now, Predicate<FitRow> which) {
        List<FitRow> rows = now.found().map(FitState.Found::rows).orElse(List.of()).stream().filter(which)
                .filter(FitRow::isUsable).toList();
        if (rows.isEmpty()) {
            return "";
        }
        Formatter format = now.format();
        return who + " (" + rows.size() + "): median error " + format.share(FitTable.median(rows, FitRow::error)) + " → "
                + format.share(FitTable.median(rows, FitRow::errorAfter));
    }

    private static String message(FitShown now) {
        return switch (now.state()) {
            case FitState.Idle _ -> missing(now.table());
            case FitState.Running _ -> "";
            case FitState.Found f when f.isOld() -> "! Plans, measurements or choices have changed since: fit again.";
            case FitState.Found f -> f.isCalibrated()
                    ? "Adopting also sets the profile \"calibrated\"." : "";
            case FitState.Failed f -> "✗ No fit: " + f.message() + ".";
            case FitState.Adopted a -> "✓ Adopted: " + a.label() + ". Undo takes it back.";
        };
    }

    private static String missing(FitTable table) {
        if (table.rows().isEmpty()) {
            return "";
        }
        if (table.rows().stream().noneMatch(FitRow::isChosen)) {
            return "Choose the measurements to be used in the table; the others are predicted and show how good the fit is.";
        }
        return table.wanted().isEmpty() ? "Choose an assumption to be fitted." : "";
    }

    private static String tone(FitShown now) {
        return switch (now.state()) {
            case FitState.Failed _ -> "hr-over";
            case FitState.Adopted _ -> "hr-ok";
            case FitState.Found f when f.isOld() -> "hr-warn";
            default -> "";
        };
    }

    private static void say(Label label, String text, boolean isOld) {
        label.setText(text);
        Nodes.visible(label, !text.isEmpty());
        StyleClasses.toggle(label, "hr-stale", isOld);
    }

    private static Label words(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
