package io.headroom.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.format.Dimension;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.theme.Look;
import io.headroom.ui.theme.Theme;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Paints every chart in every state, for people to look at: {@code target/gallery/*.png}. */
@ExtendWith(ApplicationExtension.class)
class GalleryTest {

    private static final File FOLDER = new File("target/gallery");

    private Theme theme;
    private FlowPane root;
    private Scene scene;

    @Start
    void start(Stage stage) {
        theme = new Theme(Look.LIGHT);
        root = new FlowPane(14, 14);
        root.setStyle("-fx-padding: 14px");
        scene = new Scene(root, 980, 980);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setWidth(980);
        stage.setHeight(980);
        stage.show();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,memory", "DARK,memory", "LIGHT,time", "DARK,time", "LIGHT,breakdown", "DARK,breakdown"})
    void paintsEveryState(Look look, String page) throws IOException {
        List<ChartCanvas> charts = new ArrayList<>();
        WritableImage picture = paint(look, false, () -> {
            charts.addAll(switch (page) {
                case "memory" -> memory();
                case "time" -> time();
                default -> breakdown();
            });
            charts.forEach(chart -> chart.setPrefSize(464, 300));
            root.getChildren().setAll(charts);
        });
        save(picture, page + "-" + look.name().toLowerCase(Locale.ROOT));
        assertThat(charts).allSatisfy(chart -> assertThat(chart.getAccessibleText()).isNotBlank());
        assertThat(colours(picture)).isGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void paintsForProjectors(Look look) throws IOException {
        WritableImage picture = paint(look, true, () -> {
            StackedBars bars = stacked(Samples.memory(4, 1.0, true, true));
            Breakdown breakdown = breakdown(Samples.ttft(1, true, 0.5, false, true));
            bars.setPrefSize(940, 460);
            breakdown.setPrefSize(940, 460);
            root.getChildren().setAll(bars, breakdown);
        });
        save(picture, "projector-" + look.name().toLowerCase(Locale.ROOT));
        assertThat(colours(picture)).isGreaterThan(20);
    }

    /** What a chart looks like while it has the focus and one of its parts is chosen. */
    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void paintsFocusAndExplanation(Look look) throws IOException {
        List<ChartCanvas> charts = new ArrayList<>();
        WritableImage before = paint(look, false, () -> {
            charts.add(stacked(Samples.memory(2, 1.75, true, true)));
            charts.getFirst().setPrefSize(464, 300);
            root.getChildren().setAll(charts);
        });
        WritableImage after = paint(look, false, () -> {
            charts.getFirst().requestFocus();
            for (int i = 0; i < 2; i++) {
                charts.getFirst().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false,
                        false, false));
            }
        });
        save(after, "focus-" + look.name().toLowerCase(Locale.ROOT));
        assertThat(charts.getFirst().spotProperty().get()).isPresent();
        assertThat(colours(after)).isNotEqualTo(colours(before));
    }

    private List<ChartCanvas> memory() {
        return List.of(stacked(Samples.memory(1, 1, true, true)), stacked(Samples.memory(2, 1.75, false, true)),
                stacked(Samples.memory(4, 1.42, true, false)), stacked(Samples.memory(16, 1, true, true)),
                stacked(Samples.memory(64, 1.6, true, true)),
                stacked(StackedBars.Model.empty("Memory per GPU",
                        "TPU v7x: no published HBM bandwidth, so nothing is estimated", Samples.FORMATTER,
                        Dimension.BYTES)));
    }

    private List<ChartCanvas> time() {
        List<Bar> long_ = List.of(Bar.of("prefill stage with a very long name indeed", .1, .02, .03, .04).beside(.08),
                Bar.of("another stage that nobody shortened", .1, .02, .03, .04).beside(.08));
        GroupedTimeBars.Model longNames = new GroupedTimeBars.Model(
                "TTFT per stage of a deployment with a very long name that must be cut somewhere, here or there",
                "never seen", "", Samples.WORK, long_, List.of(), "", "at 400 TFLOP/s", Samples.FORMATTER, "", "");
        return List.of(grouped(Samples.times(1, false, false)), grouped(Samples.times(2, true, false)),
                grouped(Samples.times(4, false, true)), grouped(Samples.times(16, true, false)),
                grouped(Samples.times(64, false, false)), grouped(longNames));
    }

    private List<ChartCanvas> breakdown() {
        return List.of(breakdown(Samples.ttft(1, false, 0.5, false, false)),
                breakdown(Samples.ttft(1, true, 0.5, false, true)),
                breakdown(Samples.ttft(1.5, true, 0.5, false, true)),
                breakdown(Samples.ttft(1, true, Double.NaN, true, true)),
                breakdown(Samples.ttft(1, false, 0.45, false, true)),
                breakdown(Samples.ttft(0.1, true, 2, false, false)));
    }

    private StackedBars stacked(StackedBars.Model model) {
        return shown(new StackedBars(theme.paletteProperty()), chart -> chart.show(model));
    }

    private GroupedTimeBars grouped(GroupedTimeBars.Model model) {
        return shown(new GroupedTimeBars(theme.paletteProperty()), chart -> chart.show(model));
    }

    private Breakdown breakdown(Breakdown.Model model) {
        return shown(new Breakdown(theme.paletteProperty()), chart -> chart.show(model));
    }

    private static <T> T shown(T chart, Consumer<T> show) {
        show.accept(chart);
        return chart;
    }

    private WritableImage paint(Look look, boolean presentation, Runnable fill) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            theme.lookProperty().set(look);
            theme.presentationProperty().set(presentation);
            fill.run();
        });
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> scene.snapshot(null));
    }

    private static void save(WritableImage picture, String name) throws IOException {
        FOLDER.mkdirs();
        ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", new File(FOLDER, name + ".png"));
    }

    private static long colours(WritableImage picture) {
        var reader = picture.getPixelReader();
        var seen = new HashSet<Integer>();
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                seen.add(reader.getArgb(x, y));
            }
        }
        return seen.size();
    }
}
