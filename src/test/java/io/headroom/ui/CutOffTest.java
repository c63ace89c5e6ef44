package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.planfile.Document;
import io.headroom.session.Samples;
import io.headroom.ui.theme.Look;
import io.headroom.ui.view.ViewName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * No words of labels, buttons and ticks are cut off in any view, and no number in a table. Cells of words in tables may be
 * cut, as may names in choices: what is chosen is said in full beside or below them.
 */
class CutOffTest {

    // layout rounds to whole pixels
    private static final double ROUNDED = 1;
    // "1 462 656 tokens" and the like; what is longer in a column of numbers is a name
    private static final int LONGEST_NUMBER = 24;
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

    private static List<String> cut(String sample, int plan, int width, int height, boolean isAudience, ViewName view) {
        Document document = new Document(null, Samples.read(sample, WindowTest.CATALOG), null);
        MainWindow window = Snapshot.window(document, sample, WindowTest.CATALOG,
                new Snapshot.Frame(plan, view, width, height, Look.LIGHT, isAudience, Optional.empty()));
        Snapshot.png(window, width, height, 1);
        return window.lookupAll("*").stream().filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .filter(CutOffTest::isJudged).filter(l -> isCut(l) || isOutside(l, width))
                .map(l -> view.id() + ": " + l.getText()).toList();
    }

    private static boolean isJudged(Labeled node) {
        if (node.getText() == null || node.getText().isBlank() || node.isWrapText() || node.getWidth() <= 0
                || node instanceof TitledPane) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return !(node instanceof IndexedCell<?>) || node.getText().length() <= LONGEST_NUMBER
                && node.getStyleClass().stream().anyMatch(NUMBERS::contains);
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
