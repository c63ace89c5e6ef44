package io.headroom.ui.findings;

import io.headroom.check.legal.Fix;
import io.headroom.ui.theme.Nodes;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One fix: the button that does it, and what it costs elsewhere. */
final class FixRow extends VBox {

    private final Button button = new Button();
    private final Label moved = Words.wrapped("hr-small", "hr-muted");
    private final Label lost = Words.wrapped("hr-small", "hr-warn");
    private CardText.Mend shown;

    FixRow(Consumer<Fix> onFix) {
        getStyleClass().add("fix");
        button.getStyleClass().add("fix-button");
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setOnAction(e -> onFix.accept(shown.fix()));
        getChildren().addAll(button, moved, lost);
    }

    void show(CardText.Mend now) {
        shown = now;
        button.setText(now.fix().label());
        moved.setText(now.moved());
        lost.setText(now.lost().isEmpty() ? "" : "! " + now.lost());
        Nodes.visible(moved, !now.moved().isEmpty());
        Nodes.visible(lost, !now.lost().isEmpty());
        button.setAccessibleText(now.spoken());
    }
}
