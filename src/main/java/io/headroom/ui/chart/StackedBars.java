package io.headroom.ui.chart;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Kind;
import io.headroom.ui.chart.canvas.Limit;
import io.headroom.ui.theme.Palette;
import java.util.List;
import javafx.beans.value.ObservableValue;

/**
 * One stacked upright bar a category against a limit: memory per GPU, a bar a pipeline stage.
 *
 * <p>The first limit judges: what passes it is drawn past the line, hatched. Further limits only inform.
 */
public final class StackedBars extends ColumnChart {

    /**
     * What the chart shows.
     *
     * @param title of the chart
     * @param subtitle what it is about just now; may be empty
     * @param categoryName what the bars are ("stage"); may be empty
     * @param kinds what is stacked, from below
     * @param bars from left to right
     * @param limits the first one judges; empty if none is set
     * @param ghostName what the hollow bars are ("baseline B"); empty if there are none
     * @param formatter writes the numbers
     * @param dimension of the values
     * @param condition what would have to be so for this to hold ("if it fitted"); empty where it holds
     * @param emptyReason why there is nothing to show; empty if there is
     */
    public record Model(String title, String subtitle, String categoryName, List<Kind> kinds, List<Bar> bars,
            List<Limit> limits, String ghostName, Formatter formatter, Dimension dimension, String condition,
            String emptyReason) {

        /** A chart that only says why it is empty. */
        public static Model empty(String title, String reason, Formatter formatter, Dimension dimension) {
            return new Model(title, "", "", List.of(), List.of(), List.of(), "", formatter, dimension, "", reason);
        }

        private Columns columns() {
            return new Columns(title, subtitle, categoryName, kinds, bars, limits, ghostName, "", formatter, dimension,
                    condition, emptyReason);
        }
    }

    public StackedBars(ObservableValue<Palette> palette) {
        super(palette);
    }

    /** Shows {@code model} from the next pulse on. */
    public void show(Model model) {
        show(model.columns());
    }
}
