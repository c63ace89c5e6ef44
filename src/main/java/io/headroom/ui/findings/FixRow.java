package io.headroom.ui.findings;

import io.headroom.check.legal.Fix;
import io.headroom.explore.repair.Repair;
import io.headroom.ui.theme.Nodes;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One fix: the button that does it, and what it costs elsewhere. */
final class FixRow extends VBox {

    private final Button button = new Button();
    private final Label moved = Words.wrapped("hr-small", "hr-muted");
    private final Label lost = Words.wrapped("hr-small", "hr-warn");
    private Repair shown;

    FixRow(Consumer<Fix> onFix) {
        getStyleClass().add("fix");
        button.getStyleClass().add("fix-button");
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setOnAction(e -> onFix.accept(shown.fix()));
        getChildren().addAll(button, moved, lost);
    }

    void show(Repair now) {
        shown = now;
        button.setText(now.fix().label());
        moved.setText(now.moved().stream().map(Words::whole).collect(Collectors.joining(", ")));
        lost.setText(now.isClean() ? "" : "! " + Words.named(now.lost()));
        Nodes.visible(moved, !moved.getText().isEmpty());
        Nodes.visible(lost, !now.isClean());
        button.setAccessibleText(now.fix().label() + ". " + Words.named(now.effect()));
    }
}
