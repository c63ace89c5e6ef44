package io.headroom.ui.panel;

import io.headroom.estimate.Metric;
import io.headroom.session.Shown;
import io.headroom.session.figures.PartTimes;
import io.headroom.ui.chart.Breakdown;
import io.headroom.ui.theme.Palette;
import javafx.beans.value.ObservableValue;

/** The parts of the time per output token at steady load. */
final class TpotPanel {

    private static final String TITLE = "TPOT by parts";

    private final Breakdown chart;

    TpotPanel(ObservableValue<Palette> palette) {
        chart = new Breakdown(palette);
        chart.setId("chart.tpot");
    }

    Breakdown chart() {
        return chart;
    }

    void show(Shown shown) {
        chart.show(shown.now().estimate().isEmpty() ? PartsModel.empty(TITLE, shown)
                : PartsModel.of(TITLE, "at steady load", PartTimes.tpot(shown.now().estimate().get()),
                        shown.baseline().estimate().map(PartTimes::tpot).orElse(null), shown));
        chart.pin(Pins.parts(shown, Metric.TPOT_STEADY));
    }
}
