package io.headroom.ui.validation;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.session.validation.RowText;
import io.headroom.validate.ErrorStatistics;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The errors of everything that is let through, in large figures. */
final class Headline extends HBox {

    private final Label rows = tile("rows");
    private final Label median = tile("median error");
    private final Label p90 = tile("90th percentile");
    private final Label bias = tile("bias");
    private final Label close = tile("within 10 %");
    private final Label near = tile("within 25 %");

    Headline() {
        getStyleClass().add("validation-headline");
    }

    void show(ValidationShown now) {
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
        getChildren().add(tile);
        return figure;
    }
}
