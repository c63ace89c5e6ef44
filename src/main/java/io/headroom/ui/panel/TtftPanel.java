package io.headroom.ui.panel;

import io.headroom.estimate.Metric;
import io.headroom.session.Shown;
import io.headroom.session.figures.Headline;
import io.headroom.session.figures.PartTimes;
import io.headroom.ui.chart.Breakdown;
import io.headroom.ui.theme.Palette;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;

/** The parts of the time to the first token: of a lone request, of the last of a burst, or at steady load. */
final class TtftPanel extends StackPane {

    private static final PseudoClass BESIDE_WORDS = PseudoClass.getPseudoClass("beside-words");
    private static final String TITLE = "TTFT by parts";
    // where the choice leaves no room for more
    private static final String SHORT_TITLE = "TTFT";
    private static final double ROOM_FOR_TITLE = 100;
    private static final List<Metric> PARTED = List.of(Metric.TTFT_ALONE, Metric.TTFT_BURST_LAST, Metric.TTFT_STEADY);

    private final Breakdown chart;
    private final SegmentedButton choice = new SegmentedButton();
    private final Map<Metric, ToggleButton> buttons = new EnumMap<>(Metric.class);
    private Metric chosen;
    private Shown shown;

    TtftPanel(ObservableValue<Palette> palette) {
        chart = new Breakdown(palette);
        chart.setId("chart.ttft");
        button(Metric.TTFT_ALONE, "Alone", "TTFT of a lone request");
        button(Metric.TTFT_BURST_LAST, "Burst", "TTFT of the last when all requests arrive at once");
        button(Metric.TTFT_STEADY, "Steady", "TTFT at steady load");
        choice.getStyleClass().add("chart-choice");
        choice.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(choice, Pos.TOP_RIGHT);
        getChildren().addAll(chart, choice);
        setMinSize(0, 0);
        widthProperty().subscribe(() -> {
            if (shown != null) {
                show(shown);
            }
        });
    }

    Breakdown chart() {
        return chart;
    }

    /** The metric on show. */
    Metric metric() {
        return chosen != null ? chosen : metricOf(shown);
    }

    void show(Shown now) {
        shown = now;
        Metric metric = metric();
        buttons.get(metric).setSelected(true);
        // the chart says the condition in its corner
        choice.pseudoClassStateChanged(BESIDE_WORDS, !now.now().condition().isEmpty());
        String title = getWidth() - choice.getWidth() < ROOM_FOR_TITLE ? SHORT_TITLE : TITLE;
        chart.show(model(title, "", metric, now));
        chart.pin(Pins.parts(now, metric));
    }

    /** What the chart shows of {@code metric}. */
    static Breakdown.Model model(String title, String subtitle, Metric metric, Shown now) {
        return now.now().estimate().isEmpty() ? PartsModel.empty(title, now)
                : PartsModel.of(title, subtitle, PartTimes.ttft(now.now().estimate().get(), metric),
                        now.baseline().estimate().map(e -> PartTimes.ttft(e, metric)).orElse(null), now);
    }

    /** The metric to begin with: the one that is limited, if it has parts. */
    static Metric metricOf(Shown now) {
        Metric headline = Headline.TTFT.of(now.now());
        return PARTED.contains(headline) ? headline : Metric.TTFT_BURST_LAST;
    }

    private void button(Metric metric, String text, String spoken) {
        ToggleButton button = new ToggleButton(text);
        button.setAccessibleText(spoken);
        button.setOnAction(e -> {
            chosen = metric;
            show(shown);
        });
        buttons.put(metric, button);
        choice.getButtons().add(button);
    }
}
