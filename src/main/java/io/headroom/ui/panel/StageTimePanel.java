package io.headroom.ui.panel;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.pass.Part;
import io.headroom.format.Dimension;
import io.headroom.session.Shown;
import io.headroom.session.figures.StageTimes;
import io.headroom.ui.chart.Bar;
import io.headroom.ui.chart.GroupedTimeBars;
import io.headroom.ui.chart.canvas.Kind;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** A lone prompt on a GPU of each stage beside the time that the same FLOP take at peak. */
final class StageTimePanel {

    private static final String TITLE = "TTFT per stage";

    private final GroupedTimeBars chart;

    StageTimePanel(ObservableValue<Palette> palette) {
        chart = new GroupedTimeBars(palette);
        chart.setId("chart.stages");
    }

    GroupedTimeBars chart() {
        return chart;
    }

    void show(Shown shown) {
        String empty = Words.whyEmpty(shown.now());
        chart.show(empty.isEmpty() ? model(shown) : GroupedTimeBars.Model.empty(TITLE, empty, shown.format()));
        chart.pin(Pins.stages(shown));
    }

    private static GroupedTimeBars.Model model(Shown shown) {
        Estimate now = shown.now().estimate().orElseThrow();
        StageTimes times = StageTimes.of(now);
        String ghost = Words.ghost(shown);
        StageTimes before = ghost.isEmpty() ? null : StageTimes.of(shown.baseline().estimate().orElseThrow());
        List<Kind> kinds = times.parts().stream().map(Inks::of).toList();
        List<Bar> bars = new ArrayList<>();
        for (int s = 0; s < times.stages().size(); s++) {
            StageTimes.Stage stage = times.stages().get(s);
            Bar bar = Bar.of(String.valueOf(s), stage.seconds()).beside(stage.atPeak());
            bars.add(before == null || s >= before.stages().size() ? bar
                    : bar.against(aligned(before, s, times.parts())));
        }
        return new GroupedTimeBars.Model(TITLE, "one prompt alone", bars.size() == 1 ? "" : "stage", kinds, bars,
                List.of(), ghost, "at " + shown.format().text(times.peakFlops(), Dimension.FLOP_PER_SECOND),
                shown.format(), shown.now().condition(), "");
    }

    // the baseline may spend its time on other parts: each of them where the chart has it, the rest in the first
    private static double[] aligned(StageTimes before, int stage, List<Part> parts) {
        double[] seconds = new double[parts.size()];
        for (int i = 0; i < before.parts().size(); i++) {
            int at = Math.max(0, parts.indexOf(before.parts().get(i)));
            seconds[at] += before.stages().get(stage).seconds()[i];
        }
        return seconds;
    }
}
