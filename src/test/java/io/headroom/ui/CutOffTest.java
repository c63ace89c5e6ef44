package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Knob;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.Document;
import io.headroom.planfile.Opened;
import io.headroom.session.Samples;
import io.headroom.session.fit.FitChoice;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.theme.Look;
import io.headroom.ui.view.ViewName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * No words of labels, buttons, ticks and charts are cut off in any view, and no number in a table. Cells of words in tables may be
 * cut, as may names in choices: what is chosen is said in full beside or below them.
 */
class CutOffTest {

    // layout rounds to whole pixels
    private static final double ROUNDED = 1;
    // "1 462 656 tokens" and the like; what is longer in a column of numbers is a name
    private static final int LONGEST_NUMBER = 24;
    private static final double LEAST_COLUMN = 36;
    private static final String ELLIPSIS = "...";
    private static final Set<String> NUMBERS = Set.of("numbers", "number-column", "hr-number");

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource({"report-001, 1, 1440, 900, false", "report-001, 1, 1280, 720, false", "report-001, 1, 1280, 720, true",
        "report-003, 1, 1280, 720, false", "report-003, 1, 1280, 720, true",
        "report-000, 0, 1440, 900, false", "report-000, 0, 1280, 720, false", "report-000, 0, 1280, 720, true"})
    void nothingIsCutOff(String sample, int plan, int width, int height, boolean isAudience) {
        List<String> cut = new ArrayList<>();
        for (ViewName view : ViewName.values()) {
            cut.addAll(WaitForAsyncUtils.waitForAsyncFx(60_000, () -> cut(sample, plan, width, height, isAudience, view)));
        }
        assertThat(cut).isEmpty();
    }

    /** States that samples are not in: far more requests than fit, and a stage for every layer. */
    @ParameterizedTest
    @CsvSource({"1440, 900, false", "1280, 720, false", "1440, 900, true", "1280, 720, true"})
    void nothingIsCutOffWhereNumbersAreLarge(int width, int height, boolean isAudience) {
        List<String> cut = new ArrayList<>();
        for (ViewName view : List.of(ViewName.PLAN, ViewName.FINDINGS, ViewName.WHAT_IF, ViewName.COMPARE,
                ViewName.AUDIT)) {
            cut.addAll(WaitForAsyncUtils.waitForAsyncFx(60_000, () -> cut(window("report-001", 1,
                    p -> p.withWorkload(p.workload().withConcurrentRequests(16_384)), width, height, isAudience, view), width)));
        }
        cut.addAll(WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            MainWindow window = window("report-001", 1, p -> p.withParallelism(p.parallelism().withPipeline(94)), width, height,
                    isAudience, ViewName.FINDINGS);
            window.lookupAll(".toggle-button").stream().filter(n -> "findings.page.whoholdswhat".equals(n.getId()))
                    .forEach(n -> ((ToggleButton) n).fire());
            Snapshot.png(window, width, height);
            return cut(window, width);
        }));
        assertThat(cut).isEmpty();
    }

    /** A name that is cut can be told from others; a column without width cannot. */
    @ParameterizedTest
    @CsvSource({"1440, 900, false", "1280, 720, false", "1440, 900, true", "1280, 720, true"})
    void ownMeasurementsAreNamed(int width, int height, boolean isAudience) {
        FitChoice choice = new FitChoice(Set.of("vllm:e2e.steady"), List.of(Knob.OVERHEAD_PER_STEP), true);
        List<Double> widths = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Document document = new Document(null, Samples.read("report-003", WindowTest.CATALOG), null);
            MainWindow window = Snapshot.window(document, "report-003", WindowTest.CATALOG, new Snapshot.Frame(1,
                    ViewName.VALIDATION, width, height, Look.LIGHT, isAudience, Optional.of(choice)));
            Snapshot.png(window, width, height);
            assertThat(cut(window, width)).isEmpty();
            TableView<?> rows = window.lookupAll(".table-view").stream().filter(n -> "fit.rows".equals(n.getId()))
                    .map(TableView.class::cast).findFirst().orElseThrow();
            return rows.getVisibleLeafColumns().stream().map(TableColumnBase::getWidth).toList();
        });
        assertThat(widths).hasSizeGreaterThanOrEqualTo(8).allMatch(w -> w >= LEAST_COLUMN);
    }

    private static List<String> cut(String sample, int plan, int width, int height, boolean isAudience, ViewName view) {
        return cut(window(sample, plan, p -> p, width, height, isAudience, view), width);
    }

    private static MainWindow window(String sample, int index, UnaryOperator<Plan> change, int width, int height,
            boolean isAudience, ViewName view) {
        Opened opened = Samples.read(sample, WindowTest.CATALOG);
        Review review = opened.review();
        for (int i = 0; i < review.plans().size(); i++) {
            review = review.withPlan(i, change.apply(review.plans().get(i)));
        }
        MainWindow window = Snapshot.window(new Document(null, new Opened(review, false, opened.remarks()), null), sample,
                WindowTest.CATALOG, new Snapshot.Frame(index, view, width, height, Look.LIGHT, isAudience, Optional.empty()));
        Snapshot.png(window, width, height);
        return window;
    }

    /** What is cut off in controls or charts, and notes that cover words of charts. */
    private static List<String> cut(MainWindow window, int width) {
        String view = window.views().currentProperty().get().id();
        List<String> cut = new ArrayList<>(window.lookupAll("*").stream().filter(Labeled.class::isInstance)
                .map(Labeled.class::cast).filter(CutOffTest::isJudged).filter(l -> isCut(l) || isOutside(l, width))
                .map(l -> view + ": " + l.getText()).toList());
        for (Node node : window.lookupAll(".chart-canvas")) {
            if (node instanceof ChartCanvas chart && isShown(chart)) {
                chart.written().stream().filter(w -> w.x() < -ROUNDED || w.right() > chart.getWidth() + ROUNDED
                        || w.bottom() > chart.getHeight() + ROUNDED).forEach(w -> cut.add(view + ": " + chart.getId() + " " + w));
                chart.pinned().stream().filter(p -> chart.written().stream().anyMatch(p::overlaps))
                        .forEach(p -> cut.add(view + ": note over words of " + chart.getId() + " " + p));
            }
        }
        return cut;
    }

    private static boolean isJudged(Labeled node) {
        if (node.getText() == null || node.getText().isBlank() || node.isWrapText() || node.getWidth() <= 0
                || node instanceof TitledPane) {
            return false;
        }
        return isShown(node) && (!(node instanceof IndexedCell<?>) || node.getText().length() <= LONGEST_NUMBER
                && node.getStyleClass().stream().anyMatch(NUMBERS::contains));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Whether what is painted is shorter than what is said. */
    private static boolean isCut(Labeled node) {
        return !node.getText().endsWith(ELLIPSIS) && node.getChildrenUnmodifiable().stream()
                .anyMatch(child -> child instanceof Text painted && painted.getText().endsWith(ELLIPSIS));
    }

    private static boolean isOutside(Labeled node, double width) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TableView<?>) {
                // many plans side by side: the table scrolls
                return false;
            }
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMaxX() > width + ROUNDED || bounds.getMinX() < -ROUNDED;
    }
}
