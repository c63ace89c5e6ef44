package io.headroom.ui.validation;

import io.headroom.session.validation.Comparison.Line;
import io.headroom.ui.chart.scatter.Mark;
import io.headroom.ui.theme.Palette;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.TableCell;

/** The name of a group behind its mark. */
final class GroupCell extends TableCell<Line, Line> {

    private static final double SIZE = 14;
    private static final double RADIUS = 4;

    private final ObservableValue<Palette> palette;
    private final Function<String, Mark> marks;
    private final Canvas swatch = new Canvas(SIZE, SIZE);

    GroupCell(ObservableValue<Palette> palette, Function<String, Mark> marks) {
        this.palette = palette;
        this.marks = marks;
        palette.subscribe(() -> updateItem(getItem(), isEmpty()));
    }

    @Override
    protected void updateItem(Line item, boolean isEmpty) {
        super.updateItem(item, isEmpty);
        if (isEmpty || item == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        Mark mark = marks.apply(item.group());
        swatch.getGraphicsContext2D().clearRect(0, 0, SIZE, SIZE);
        if (mark != null) {
            mark.glyph().draw(swatch.getGraphicsContext2D(), SIZE / 2, SIZE / 2, RADIUS,
                    palette.getValue().color(mark.ink()));
        }
        setGraphic(swatch);
        setText(item.group());
    }
}
