package io.headroom.ui.panel;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.memory.StageMemory;
import io.headroom.format.Dimension;
import io.headroom.session.Shown;
import io.headroom.session.figures.Reached;
import io.headroom.ui.chart.Bar;
import io.headroom.ui.chart.canvas.Limit;
import io.headroom.ui.chart.StackedBars;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** Memory of a GPU of each stage against what may be filled. */
final class MemoryPanel {

    private static final String TITLE = "Memory per GPU";

    private final StackedBars chart;

    MemoryPanel(ObservableValue<Palette> palette) {
        chart = new StackedBars(palette);
        chart.setId("chart.memory");
    }

    StackedBars chart() {
        return chart;
    }

    void show(Shown shown) {
        String empty = Words.whyEmpty(shown.now());
        chart.show(empty.isEmpty() ? model(shown)
                : StackedBars.Model.empty(TITLE, empty, shown.format(), Dimension.BYTES));
        chart.pin(Pins.memory(shown));
    }

    private static StackedBars.Model model(Shown shown) {
        Estimate now = shown.now().estimate().orElseThrow();
        String ghost = Words.ghost(shown);
        List<Bar> bars = new ArrayList<>();
        for (int s = 0; s < now.memory().stages().length; s++) {
            Bar bar = bar(String.valueOf(s), now.memory().stages()[s]);
            bars.add(ghost.isEmpty() ? bar : against(bar, shown.baseline().estimate(), s));
        }
        boolean isSingle = bars.size() == 1;
        String subtitle = now.plan().hardware().gpu().name();
        return new StackedBars.Model(TITLE, subtitle, isSingle ? "" : "stage", Inks.MEMORY, bars,
                limits(shown, now), ghost, shown.format(), Dimension.BYTES, "", "");
    }

    private static List<Limit> limits(Shown shown, Estimate now) {
        Reached memory = Reached.memory(shown.now(), shown.baseline());
        List<Limit> limits = new ArrayList<>();
        limits.add(Limit.of("usable", memory.limit(), memory.value(), shown.format(), Dimension.BYTES));
        if (now.memory().usableBytes() < now.memory().capacityBytes()) {
            limits.add(Limit.informing("capacity", now.memory().capacityBytes(), shown.format(), Dimension.BYTES));
        }
        return limits;
    }

    private static Bar bar(String label, StageMemory m) {
        return Bar.of(label, m.weights(), m.kvCache(), m.activations(), m.reserve());
    }

    private static Bar against(Bar bar, Optional<Estimate> baseline, int stage) {
        StageMemory[] stages = baseline.orElseThrow().memory().stages();
        if (stage >= stages.length) {
            return bar;
        }
        StageMemory m = stages[stage];
        return bar.against(m.weights(), m.kvCache(), m.activations(), m.reserve());
    }
}
