package io.headroom.ui.search;

import io.headroom.estimate.Metric;
import io.headroom.session.search.SearchSession;
import io.headroom.session.search.SearchWish;
import io.headroom.ui.theme.Choices;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

/** Over which two metrics the front is drawn. */
final class FrontBar extends HBox {

    private static final List<Metric> METRICS = List.of(Metric.OUTPUT_TOKENS_PER_GPU, Metric.OUTPUT_TOKENS,
            Metric.TPOT_STEADY, Metric.TTFT_BURST_LAST, Metric.TTFT_STEADY, Metric.TTFT_ALONE, Metric.E2E_STEADY,
            Metric.GPUS, Metric.MEMORY_TOTAL, Metric.COST_PER_MILLION_TOKENS, Metric.COST_PER_HOUR,
            Metric.MFU_PREFILL, Metric.MBU_DECODE);

    private final ComboBox<Metric> across;
    private final ComboBox<Metric> up;
    private boolean isShowing;

    FrontBar(SearchSession search, Runnable redraw) {
        getStyleClass().add("search-front");
        across = Choices.of("Across", Metric::label, METRICS, metric -> {
            if (!isShowing) {
                search.chooseAcross(metric);
                redraw.run();
            }
        });
        across.setId("search.across");
        up = Choices.of("Upwards", Metric::label, METRICS, metric -> {
            if (!isShowing) {
                search.chooseUp(metric);
                redraw.run();
            }
        });
        up.setId("search.up");
        getChildren().addAll(Choices.name("Across", across), across, Choices.name("Up", up), up);
    }

    void show(SearchWish wish) {
        isShowing = true;
        across.setValue(wish.across());
        up.setValue(wish.up());
        isShowing = false;
    }
}
