package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.BreakEven;
import io.headroom.explore.alternative.BreakEvenText;
import io.headroom.explore.compare.Comparison;
import io.headroom.explore.compare.Row;
import io.headroom.explore.input.Inputs;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.session.Change;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.view.ViewName;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

class CompareViewTest extends WindowTest {

    private TableView<?> table() {
        return find(TableView.class, "compare.table");
    }

    private List<Row> rows() {
        return IntStream.range(0, table().getItems().size())
                .mapToObj(i -> (Row) table().getColumns().getFirst().getCellData(i)).toList();
    }

    private List<TableRow<?>> lines() {
        return table().lookupAll(".table-row-cell").stream().<TableRow<?>>map(n -> (TableRow<?>) n)
                .filter(line -> !line.isEmpty()).sorted(Comparator.comparingInt(line -> line.getIndex())).toList();
    }

    /** What a line says in the column of plan {@code plan}. */
    private static String words(TableRow<?> line, int plan) {
        return line.lookupAll(".table-cell").stream().map(n -> (TableCell<?, ?>) n)
                .filter(cell -> cell.getTableView().getColumns().indexOf(cell.getTableColumn()) == plan + 1)
                .map(TableCell::getText).findFirst().orElseThrow();
    }

    @Test
    void aMoveOfASliderWritesIntoTheLinesThatAreThere() {
        onWindow(() -> window.views().select(ViewName.COMPARE));
        List<TableRow<?>> before = lines();
        assertThat(before).hasSizeGreaterThan(5);
        onWindow(() -> session.edit(Change.of("test"), p -> p.withWorkload(p.workload().withOutputTokens(900))));
        assertThat(lines()).containsAll(before);
        Comparison now = Comparison.of(session.reviewProperty().get());
        List<Row> expected = Stream.concat(now.inputs().stream(), now.metrics().stream())
                .filter(row -> row.differs(now.baseline())).toList();
        assertThat(rows()).isEqualTo(expected);
        for (TableRow<?> line : lines()) {
            Row row = expected.get(line.getIndex());
            for (int plan = 0; plan < now.plans().size(); plan++) {
                assertThat(words(line, plan)).as(row.name()).isEqualTo(row.text(plan, new Formatter(ByteUnits.GB)));
            }
        }
        onWindow(() -> session.byteUnitsProperty().set(ByteUnits.GIB));
        assertThat(lines()).allSatisfy(line -> assertThat(words(line, 0))
                .isEqualTo(expected.get(line.getIndex()).text(0, new Formatter(ByteUnits.GIB))));
    }

    @Test
    void showsWhatDiffersAndSaysItInWords() {
        onWindow(() -> {
            window.views().select(ViewName.COMPARE);
            session.select(1);
        });
        assertThat(rows()).allMatch(r -> r.differs(0)).extracting(Row::name).startsWith("TP", "DP");
        assertThat(find(Label.class, "compare.words").getText().replace('\u00a0', ' ')).startsWith("optimized against original: TP 2 → 4");
        onWindow(() -> session.select(0));
        assertThat(find(Label.class, "compare.words").getText()).isEqualTo("original is the baseline.");
    }

    @Test
    void everythingIsThereOnDemandAndACopyIsAColumnMore() {
        onWindow(() -> window.views().select(ViewName.COMPARE));
        int differing = rows().size();
        robot.clickOn("Only what differs");
        settle();
        assertThat(rows()).hasSizeGreaterThan(differing);
        long columns = plans();
        onWindow(session::duplicate);
        assertThat(plans()).isEqualTo(columns + 1);
    }

    private long plans() {
        return ((TableView<?>) find(TableView.class, "compare.table")).getColumns().stream()
                .filter(column -> column.getStyleClass().contains("numbers")).count();
    }

    /** What the chart says is what the command says: both ask the same core, which BreakEvenTest holds against loops. */
    @Test
    void twoPlansOverAnInputAreTwoLinesWithTheirCrossingInWords() {
        onWindow(() -> session.open(review("report-000")));
        onWindow(() -> window.views().select(ViewName.COMPARE));
        onWindow(() -> find(ToggleButton.class, "compare.break-even").fire());
        assertThat(combo("break-even.first").getValue()).isEqualTo(0);
        assertThat(combo("break-even.second").getValue()).isNotEqualTo(0);
        onWindow(() -> choose("break-even.metric", Metric.TTFT_BURST_LAST));
        ChartCanvas chart = find(ChartCanvas.class, "chart.break-even");
        BreakEven expected = BreakEven.of(plan(0), plan((int) combo("break-even.second").getValue()), Inputs.WORKLOAD.getFirst(),
                Metric.TTFT_BURST_LAST);
        assertThat(plain(find(Label.class, "break-even.words").getText())).isEqualTo(plain(BreakEvenText.words(
                expected, plan(0).name(), plan((int) combo("break-even.second").getValue()).name(),
                new Formatter(ByteUnits.GB))));
        assertThat(chart.spots()).hasSameSizeAs(expected.points());
        picture("break-even");
        onWindow(() -> choose("break-even.input", Inputs.PARALLELISM.getFirst()));
        assertThat(chart.spots()).isNotEmpty();
        onWindow(() -> session.open(new io.headroom.plan.Review("one", "a", List.of(plan(0)), io.headroom.plan.Extras.NONE)));
        assertThat(find(Label.class, "break-even.words").getText()).startsWith("Two plans are needed");
        picture("break-even-one");
        onWindow(() -> find(ToggleButton.class, "compare.sides").fire());
        assertThat(rows()).isNotNull();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u2009', ' ').replace('\u202f', ' ');
    }

    private io.headroom.plan.Plan plan(int index) {
        return session.reviewProperty().get().plans().get(index);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> combo(String id) {
        return find(ComboBox.class, id);
    }

    private void choose(String id, Object value) {
        combo(id).setValue(value);
    }
}
