package io.headroom.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Look;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.theme.Theme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Where things are on charts: values to pixels, limits, labels. */
@ExtendWith(ApplicationExtension.class)
class ChartGeometryTest {

    private static final double WIDTH = 420;
    private static final double HEIGHT = 300;

    private Theme theme;
    private StackPane root;
    private Scene scene;

    @Start
    void start(Stage stage) {
        theme = new Theme(Look.LIGHT);
        root = new StackPane();
        scene = new Scene(root, WIDTH, HEIGHT);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private StackedBars show(StackedBars.Model model) {
        StackedBars chart = new StackedBars(theme.paletteProperty());
        chart.show(model);
        return put(chart);
    }

    private GroupedTimeBars show(GroupedTimeBars.Model model) {
        GroupedTimeBars chart = new GroupedTimeBars(theme.paletteProperty());
        chart.show(model);
        return put(chart);
    }

    private Breakdown show(Breakdown.Model model) {
        Breakdown chart = new Breakdown(theme.paletteProperty());
        chart.show(model);
        return put(chart);
    }

    private <T extends ChartCanvas> T put(T chart) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> root.getChildren().setAll(chart));
        settle();
        return chart;
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 16, 64})
    void barsAreAsHighAsTheirValues(int stages) {
        StackedBars.Model model = Samples.memory(stages, 1.3, true, true);
        StackedBars chart = show(model);
        double perByte = chart.barOf(0).height() / model.bars().getFirst().total();
        for (int i = 0; i < stages; i++) {
            assertThat(chart.barOf(i).height()).isCloseTo(model.bars().get(i).total() * perByte, within(2.0));
            assertThat(chart.barOf(i).bottom()).isEqualTo(chart.barOf(0).bottom());
        }
        double zero = chart.barOf(0).bottom();
        assertThat(zero - chart.limitY()).isCloseTo(57.6e9 * perByte, within(2.0));
    }

    @Test
    void whatIsTooMuchPassesTheLineAndIsHatched() {
        StackedBars chart = show(Samples.memory(2, 1.75, false, false));
        assertThat(chart.barOf(0).y()).isLessThan(chart.limitY());
        assertThat(chart.barOf(1).y()).isGreaterThanOrEqualTo(chart.limitY());
        Box past = chart.barOf(0).above(chart.limitY() - 2);
        Box within = Box.between(chart.barOf(0).x(), chart.limitY() + 3, chart.barOf(0).right(), chart.limitY() + 40);
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.snapshot(null));
        assertThat(pixels(picture, past, Palette.light().color(Ink.OVER))).isGreaterThan(50);
        assertThat(pixels(picture, within, Palette.light().color(Ink.OVER))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,1.9", "2,1.75", "3,1.5", "16,1.3", "64,1.6", "64,5"})
    void wordsOverlapNeitherBarsNorEachOther(int stages, double scale) {
        StackedBars chart = show(Samples.memory(stages, scale, true, true));
        List<Box> words = chart.limitWords();
        for (int i = 0; i < stages; i++) {
            for (Box word : words) {
                assertThat(word.overlaps(chart.barOf(i))).as("limit's words on bar " + i).isFalse();
            }
        }
        assertApart(chart.totals());
        assertApart(words);
        assertInside(words);
        assertInside(chart.totals());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16, 64})
    void peaksAreOnTheScaleOfTheirNeighbours(int stages) {
        GroupedTimeBars.Model model = Samples.times(stages, false, false);
        GroupedTimeBars chart = show(model);
        for (int i = 0; i < stages; i++) {
            double perSecond = chart.barOf(i).height() / model.bars().get(i).total();
            assertThat(chart.peakOf(i).height()).isCloseTo(model.bars().get(i).peak() * perSecond, within(2.0));
        }
        assertApart(chart.totals());
    }

    @ParameterizedTest
    @CsvSource({"1,0.5", "1.5,0.5", "0.1,2", "4,0.1"})
    void aBreakdownIsAStaircaseThatEndsAtTheTotal(double scale, double limit) {
        Breakdown.Model model = Samples.ttft(scale, true, limit, false, true);
        Breakdown chart = show(model);
        double total = chart.total().width();
        for (int i = 0; i < model.rows().size(); i++) {
            double expected = total * model.rows().get(i).value() / model.total();
            assertThat(chart.barOf(i).width()).isCloseTo(Math.max(1.5, expected), within(1.5));
            if (i > 0) {
                assertThat(chart.barOf(i).x()).isCloseTo(chart.barOf(i - 1).right(), within(2.0));
                assertThat(chart.barOf(i).y()).isGreaterThan(chart.barOf(i - 1).y());
            }
        }
        assertThat(chart.barOf(model.rows().size() - 1).right()).isCloseTo(chart.total().right(), within(2.0));
        assertThat(chart.total().right() > chart.limitX()).isEqualTo(model.total() > limit);
        assertThat(chart.limitX()).isBetween(chart.total().x(), WIDTH);
        assertApart(chart.words());
        assertInside(chart.words());
    }

    @Test
    void rowsThatFindNoRoomAreTakenTogether() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.getWindow().setHeight(170));
        Breakdown chart = show(Samples.ttft(1, true, 0.5, false, true));
        assertThat(chart.spots()).extracting(Spot::key).anyMatch(key -> key.matches("\\d+ others"));
        assertThat(chart.spots().getLast().key()).isEqualTo("B prod");
        assertThat(chart.words()).allSatisfy(word -> assertThat(word.bottom()).isLessThanOrEqualTo(170));
        assertApart(chart.words());
    }

    @Test
    void aBandReachesOnBothSidesOfTheTotalAndIsSaid() {
        Breakdown.Model plain = Samples.ttft(1, false, Double.NaN, false, true);
        double narrow = show(plain).total().width();
        Breakdown.Model banded = new Breakdown.Model(plain.title(), plain.subtitle(), plain.rows(), plain.totalName(),
                plain.best(), new Whisker(0.5 * plain.total(), 9 * plain.total(), "half to ninefold"), plain.limits(),
                plain.ghost(), plain.ghostName(), plain.formatter(), plain.dimension(), "", "");
        Breakdown chart = show(banded);

        // the axis gives it room, but never so much that the parts become slivers
        assertThat(chart.total().width()).isBetween(narrow / 3, narrow - 1);
        assertThat(chart.getAccessibleText()).contains("measurements lie at half to ninefold");
    }

    @Test
    void kindsOfNothingAreDropped() {
        Breakdown chart = show(Samples.ttft(1, false, 0.5, false, false));
        assertThat(chart.spots()).extracting(Spot::key)
                .containsExactly("GEMM", "Attention", "All-reduce", "Bubble", "Total");
    }

    @Test
    void saysItsMessageAloud() {
        assertThat(show(Samples.memory(2, 1.75, false, false)).getAccessibleText()).isEqualTo(
                "Memory per GPU: largest stage 0 65.9 GB of 57.6 GB usable, over by 8.34 GB");
        assertThat(show(Samples.ttft(1, true, Double.NaN, true, false)).getAccessibleText()).isEqualTo(
                "TTFT: if it fitted, 330 ms, no limit set; most of it GEMM 210 ms; B prod 399 ms");
        assertThat(show(Samples.times(1, false, false)).getAccessibleText()).isEqualTo(
                "TTFT per stage: 204 ms, 97.0 ms at 400 TFLOP/s");
    }

    @Test
    void repaintsWithTheTheme() {
        show(Samples.memory(1, 1, false, false));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> theme.lookProperty().set(Look.DARK));
        settle();
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.snapshot(null));
        assertThat(picture.getPixelReader().getColor(2, 2)).isEqualTo(Palette.dark().color(Ink.SURFACE));
    }

    @Test
    void explainsThePartUnderTheMouse(FxRobot robot) {
        StackedBars chart = show(Samples.memory(1, 1, true, false));
        Box bar = chart.barOf(0);
        robot.moveTo(chart.localToScreen(bar.centerX(), bar.bottom() - 5));
        settle();
        assertThat(chart.spotProperty().get().orElseThrow().text())
                .isEqualTo("stage 0 · Weights\n19.1 GB of 38.5 GB\n−3.82 GB against baseline B");
        robot.moveTo(chart.localToScreen(3, 3));
        settle();
        assertThat(chart.spotProperty().get()).isEmpty();
    }

    @Test
    void stepsThroughItsPartsByKeyboard(FxRobot robot) {
        StackedBars chart = show(Samples.memory(1, 1, false, false));
        List<Spot> picked = new CopyOnWriteArrayList<>();
        chart.setOnPick(picked::add);
        WaitForAsyncUtils.waitForAsyncFx(10_000, chart::requestFocus);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT).press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        settle();
        assertThat(picked).extracting(Spot::key).containsExactly("stage 0/KV cache");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        settle();
        assertThat(chart.spotProperty().get()).isEmpty();
    }

    private static void assertApart(List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).overlaps(boxes.get(j))).as(boxes.get(i) + " and " + boxes.get(j)).isFalse();
            }
        }
    }

    private static void assertInside(List<Box> boxes) {
        assertThat(boxes).allSatisfy(box -> {
            assertThat(box.x()).isGreaterThanOrEqualTo(0);
            assertThat(box.y()).isGreaterThanOrEqualTo(0);
            assertThat(box.right()).isLessThanOrEqualTo(WIDTH);
            assertThat(box.bottom()).isLessThanOrEqualTo(HEIGHT);
        });
    }

    private static int pixels(WritableImage picture, Box box, Color color) {
        int count = 0;
        for (int y = (int) box.y(); y < box.bottom(); y++) {
            for (int x = (int) box.x(); x < box.right(); x++) {
                Color found = picture.getPixelReader().getColor(x, y);
                double distance = Math.abs(found.getRed() - color.getRed()) + Math.abs(found.getGreen()
                        - color.getGreen()) + Math.abs(found.getBlue() - color.getBlue());
                count += distance < 0.15 ? 1 : 0;
            }
        }
        return count;
    }
}
