package io.headroom.ui.verdict;

import java.util.List;
import io.headroom.ui.theme.StyleClasses;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One figure of the strip: its name, its value, where measurements lie, and two notes. */
final class Tile extends VBox {

    private static final List<String> TONES = List.of("hr-ok", "hr-warn", "hr-over", "hr-stale");

    private final Label name = new Label();
    private final Label value = new Label();
    private final Label unit = new Label();
    private final Label note = new Label();
    private final Label aside = new Label();
    private final Label band = new Label();
    private final Label ranges = new Label();

    Tile(String id) {
        setId(id);
        value.setId(id + ".value");
        getStyleClass().add("hr-tile");
        name.getStyleClass().add("hr-tile-name");
        value.getStyleClass().add("hr-tile-value");
        unit.getStyleClass().add("hr-tile-unit");
        note.getStyleClass().add("hr-tile-note");
        aside.getStyleClass().add("hr-tile-note");
        band.getStyleClass().add("hr-tile-note");
        band.setId(id + ".band");
        band.managedProperty().bind(band.textProperty().isNotEmpty());
        ranges.getStyleClass().add("hr-tile-note");
        ranges.setId(id + ".ranges");
        ranges.managedProperty().bind(ranges.textProperty().isNotEmpty());
        HBox figure = new HBox(value, unit, aside);
        figure.getStyleClass().add("tile-figure");
        unit.setMinWidth(USE_PREF_SIZE);
        value.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, figure, band, ranges, note);
        setMinWidth(0);
    }

    /** Makes the tile a button that opens how its figure is made. */
    void setOnOpen(Runnable open) {
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleHelp("Shows how this number is made");
        getStyleClass().add("opens");
        setOnMouseClicked(event -> open.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.run();
                event.consume();
            }
        });
    }

    /**
     * Shows a figure.
     *
     * @param text its words, the first the name, then value, unit, note, aside, band and ranges
     * @param valueTone of the value
     * @param noteTone of the note
     * @param greyed whether this would be so only if the plan fitted
     */
    void show(TileText text, Tone valueTone, Tone noteTone, boolean greyed) {
        name.setText(text.name());
        value.setText(text.value());
        unit.setText(text.unit());
        note.setText(text.note());
        aside.setText(text.aside());
        band.setText(text.band());
        ranges.setText(text.ranges());
        StyleClasses.choose(value, TONES, greyed ? "hr-stale" : valueTone.styleClass());
        StyleClasses.choose(note, TONES, greyed ? "hr-stale" : noteTone.styleClass());
        setAccessibleText(text.sentence());
    }
}
