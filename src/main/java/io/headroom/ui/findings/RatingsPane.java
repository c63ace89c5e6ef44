package io.headroom.ui.findings;

import io.headroom.explore.advice.Advice;
import io.headroom.explore.rating.Grade;
import io.headroom.explore.rating.Rating;
import io.headroom.format.Formatter;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.verdict.Item;
import io.headroom.ui.verdict.Tone;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Every parallel choice in a word, with the reason. */
final class RatingsPane extends VBox {

    private final Rows<Item.Content, Item> rows = new Rows<>(Item::new, Item::show);

    private final Label none = Words.wrapped("hr-muted");

    RatingsPane() {
        getStyleClass().add("findings-block");
        getChildren().addAll(Words.section("Parallel choices"), none, rows);
        none.setText("Without numbers there is nothing to rate.");
    }

    void show(Advice advice, Formatter format) {
        Nodes.visible(none, advice.ratings().isEmpty());
        rows.show(advice.ratings().stream().map(rating -> content(rating, format)).toList());
    }

    private static Item.Content content(Rating rating, Formatter format) {
        return new Item.Content(rating.grade().glyph(), tone(rating.grade()),
                rating.degree().label() + " " + rating.value() + ": " + rating.grade().word(),
                Words.sentence(Words.named(rating.reason())) + rating.sides().stream()
                        .map(side -> "\n" + Words.named(side.text(format))).collect(Collectors.joining()));
    }

    private static Tone tone(Grade grade) {
        return switch (grade) {
            case OPTIMAL -> Tone.OK;
            case ACCEPTABLE -> Tone.PLAIN;
            case WASTEFUL -> Tone.WARN;
            case HARMFUL -> Tone.OVER;
        };
    }
}
