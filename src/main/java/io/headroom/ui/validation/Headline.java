package io.headroom.ui.validation;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.session.validation.RowText;
import io.headroom.session.validation.Selection;
import io.headroom.session.validation.ValidationSession;
import io.headroom.ui.theme.NameConverter;
import io.headroom.validate.ErrorStatistics;
import io.headroom.validate.HeldOut;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** By which fit the rows are estimated, and the errors of everything that is let through, in large figures. */
final class Headline extends VBox {

    private final ComboBox<HeldOut> heldOut = new ComboBox<>();
    private final HBox tiles = new HBox();
    private final Label rows = tile("rows");
    private final Label median = tile("median error");
    private final Label p90 = tile("90th percentile");
    private final Label bias = tile("bias");
    private final Label close = tile("within 10 %");
    private final Label near = tile("within 25 %");

    Headline(ValidationSession session) {
        Label by = new Label("Estimated by");
        by.getStyleClass().add("hr-muted");
        by.setMinWidth(Region.USE_PREF_SIZE);
        by.setLabelFor(heldOut);
        heldOut.setId("validation.heldout");
        heldOut.getItems().setAll(HeldOut.values());
        heldOut.setAccessibleText("Rows are estimated by");
        heldOut.setMaxWidth(Double.MAX_VALUE);
        NameConverter.use(heldOut, HeldOut::label);
        heldOut.setOnAction(e -> {
            Selection selection = session.selectionProperty().get();
            if (selection.heldOut() != heldOut.getValue()) {
                session.selectionProperty().set(selection.withHeldOut(heldOut.getValue()));
            }
        });
        HBox.setHgrow(heldOut, Priority.ALWAYS);
        HBox choice = new HBox(by, heldOut);
        choice.getStyleClass().add("validation-fit");
        tiles.getStyleClass().add("validation-headline");
        getChildren().addAll(choice, tiles);
    }

    void show(ValidationShown now) {
        heldOut.setValue(now.comparison().selection().heldOut());
        ErrorStatistics all = now.comparison().whole();
        Formatter format = now.shown().format();
        boolean isEmpty = all.count() == 0;
        rows.setText(format.value(all.count(), Dimension.COUNT));
        median.setText(isEmpty ? Formatter.NONE : format.share(all.medianAbsolute()));
        p90.setText(isEmpty ? Formatter.NONE : format.share(all.p90Absolute()));
        bias.setText(isEmpty ? Formatter.NONE : RowText.signed(all.bias(), format));
        close.setText(isEmpty ? Formatter.NONE : format.share(all.within10()));
        near.setText(isEmpty ? Formatter.NONE : format.share(all.within25()));
    }

    private Label tile(String name) {
        Label figure = new Label();
        figure.getStyleClass().add("validation-figure");
        figure.setId("validation." + name.replace(" ", "").replace("%", ""));
        Label caption = new Label(name);
        caption.getStyleClass().addAll("hr-muted", "hr-small");
        VBox tile = new VBox(figure, caption);
        HBox.setHgrow(tile, Priority.ALWAYS);
        tiles.getChildren().add(tile);
        return figure;
    }
}
