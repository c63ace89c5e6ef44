package io.headroom.ui.findings;

import io.headroom.check.legal.Fix;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.StyleClasses;
import io.headroom.ui.verdict.Tone;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A requirement or a finding with the edits that would mend it, one button each. */
final class Card extends HBox {

    private static final int FIRST = 3;

    private final Label sign = new Label();
    private final Label head = Words.wrapped("hr-strong");
    private final Label text = Words.wrapped();
    private final Label detail = Words.wrapped("hr-small", "hr-muted");
    private final Label none = Words.wrapped("hr-small", "hr-muted");
    private final Rows<CardText.Mend, FixRow> fixes;
    private final Hyperlink more = new Hyperlink();
    private CardText shown;
    private boolean isOpen;

    Card(Consumer<Fix> onFix) {
        getStyleClass().add("findings-card");
        sign.getStyleClass().addAll("side-glyph", "hr-strong");
        sign.setMinWidth(USE_PREF_SIZE);
        fixes = new Rows<>(() -> new FixRow(onFix), FixRow::show);
        fixes.getStyleClass().add("fixes");
        more.setOnAction(e -> {
            isOpen = !isOpen;
            fill();
        });
        VBox words = new VBox(head, text, detail, fixes, more, none);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(sign, words);
    }

    void show(CardText now) {
        if (now.equals(shown)) {
            return;
        }
        isOpen = isOpen && shown != null && shown.id().equals(now.id());
        shown = now;
        sign.setText(now.glyph());
        StyleClasses.choose(sign, Tone.CLASSES, now.tone().styleClass());
        head.setText(now.head());
        text.setText(now.text());
        detail.setText(now.detail());
        none.setText(now.ifNone());
        Nodes.visible(detail, !now.detail().isEmpty());
        Nodes.visible(none, now.fixes().isEmpty() && !now.ifNone().isEmpty());
        fill();
    }

    private void fill() {
        List<CardText.Mend> all = shown.fixes();
        fixes.show(isOpen ? all : all.subList(0, Math.min(FIRST, all.size())));
        Nodes.visible(fixes, !all.isEmpty());
        Nodes.visible(more, all.size() > FIRST);
        more.setText(isOpen ? "Fewer" : all.size() - FIRST + " more");
    }
}
