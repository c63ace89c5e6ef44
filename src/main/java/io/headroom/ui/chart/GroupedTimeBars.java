package io.headroom.ui.chart;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Kind;
import io.headroom.ui.chart.canvas.Limit;
import io.headroom.ui.theme.Palette;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** Two upright bars a category: the estimated time by kind of work, and beside it the time at the hardware's peak. */
public final class GroupedTimeBars extends ColumnChart {

    /**
     * What the chart shows.
     *
     * @param title of the chart
     * @param subtitle what it is about just now; may be empty
     * @param categoryName what the bars are ("stage"); may be empty
     * @param kinds what is stacked, from below
     * @param bars in seconds, from left to right, each {@link Bar#beside beside} its time at peak
     * @param limits the first one judges; empty if none is set
     * @param ghostName what the hollow bars are ("baseline B"); empty if there are none
     * @param peakName what the second bars are ("at 400 TFLOP/s")
     * @param formatter writes the numbers
     * @param condition what would have to be so for this to hold ("if it fitted"); empty where it holds
     * @param emptyReason why there is nothing to show; empty if there is
     */
    public record Model(String title, String subtitle, String categoryName, List<Kind> kinds, List<Bar> bars,
            List<Limit> limits, String ghostName, String peakName, Formatter formatter, String condition,
            String emptyReason) {

        /** A chart that only says why it is empty. */
        public static Model empty(String title, String reason, Formatter formatter) {
            return new Model(title, "", "", List.of(), List.of(), List.of(), "", "", formatter, "", reason);
        }

        private Columns columns() {
            return new Columns(title, subtitle, categoryName, kinds, bars, limits, ghostName, peakName, formatter,
                    Dimension.SECONDS, condition, emptyReason);
        }
    }

    public GroupedTimeBars(ObservableValue<Palette> palette) {
        super(palette);
    }

    /** Shows {@code model} from the next pulse on. */
    public void show(Model model) {
        show(model.columns());
    }
}
