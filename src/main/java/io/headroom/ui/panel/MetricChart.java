package io.headroom.ui.panel;

import io.headroom.estimate.Metric;
import io.headroom.session.Shown;
import io.headroom.session.figures.PartTimes;
import io.headroom.ui.chart.Breakdown;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.theme.Palette;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;

/** The chart that shows of what one metric is made: memory of the stages, or the parts of a time. */
public final class MetricChart extends StackPane {

    private static final Set<Metric> MEMORY = Set.of(Metric.MEMORY_TOTAL, Metric.MEMORY_WEIGHTS, Metric.MEMORY_KV_CACHE,
            Metric.MEMORY_ACTIVATIONS, Metric.MEMORY_RESERVE);
    private static final Set<Metric> TTFT = Set.of(Metric.TTFT_ALONE, Metric.TTFT_BURST_LAST, Metric.TTFT_STEADY);

    private final MemoryPanel memory;
    private final Breakdown parts;

    /**
     * @param palette colours
     * @param pointed told of the part under the mouse or chosen by the arrow keys, empty where there is none
     * @param picked told of a part that is clicked, or on which Enter is pressed
     */
    public MetricChart(ObservableValue<Palette> palette, Consumer<String> pointed, Consumer<String> picked) {
        memory = new MemoryPanel(palette);
        parts = new Breakdown(palette);
        memory.chart().setId("explain.chart.memory");
        parts.setId("explain.chart.parts");
        for (ChartCanvas chart : new ChartCanvas[] {memory.chart(), parts}) {
            chart.spotProperty().subscribe(spot -> pointed.accept(spot.map(s -> s.key()).orElse("")));
            chart.setOnPick(spot -> picked.accept(spot.key()));
        }
        setMinSize(0, 0);
    }

    /** Shows the chart of {@code metric}; whether there is one. */
    public boolean show(Shown shown, Metric metric) {
        parts.pin(Pins.parts(shown, metric));
        Optional<ChartCanvas> chart = shown.now().estimate().flatMap(_ -> filled(shown, metric));
        if (chart.isEmpty()) {
            getChildren().clear();
        } else if (!getChildren().contains(chart.get())) {
            getChildren().setAll(chart.get());
        }
        return chart.isPresent();
    }

    private Optional<ChartCanvas> filled(Shown shown, Metric metric) {
        if (MEMORY.contains(metric)) {
            memory.show(shown);
            return Optional.of(memory.chart());
        }
        if (TTFT.contains(metric)) {
            parts.show(TtftPanel.model(metric.label(), "", metric, shown));
            return Optional.of(parts);
        }
        if (metric == Metric.TPOT_STEADY) {
            parts.show(PartsModel.of(metric.label(), "", PartTimes.tpot(shown.now().estimate().orElseThrow()),
                    shown.baseline().estimate().map(PartTimes::tpot).orElse(null), shown));
            return Optional.of(parts);
        }
        return Optional.empty();
    }

    /** Frames the part {@code key} of the chart; none where it is empty. */
    public void light(String key) {
        Set<String> keys = key.isEmpty() ? Set.of() : Set.of(key);
        memory.chart().light(keys);
        parts.light(keys);
    }
}
