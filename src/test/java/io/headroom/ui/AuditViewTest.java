package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.session.Change;
import io.headroom.session.audit.ClaimRow;
import io.headroom.session.audit.ClaimText;
import io.headroom.session.audit.Standing;
import io.headroom.ui.view.ViewName;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit view on the sample of report 001; what is wrong with it was found by hand, see report-claims.tsv. */
class AuditViewTest extends WindowTest {

    @BeforeEach
    void switchByKeys() {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT7).release(KeyCode.CONTROL);
        settle();
    }

    // 6.82 / 64 = 10.7 %, not 24.2 %; 2.86 GB x 16 GPUs of a replica = 45.8 GB, less than 235 GB of FP8 weights;
    // 206.71 TFLOP at 400 TFLOP/s take 0.517 s, not 0.05 s; 512 tokens in 0.01 s are 0.0512 M, not 1.2 M
    @Test
    void theClaimsThatAreKnownToBeWrongAre() {
        assertThat(window.views().currentProperty().get()).isEqualTo(ViewName.AUDIT);
        assertThat(row("optimized", "24.2 %")).isEqualTo("10.7 %|2.27×|✗ arithmetic wrong");
        assertThat(row("optimized", "2.86 GB")).endsWith("✗ impossible");
        assertThat(row("optimized", "0.05 s")).startsWith("0.517 s|").endsWith("✗ impossible, arithmetic wrong");
        assertThat(row("optimized", "1.2 M tok/s")).startsWith("0.0512 M tok/s|")
                .endsWith("✗ impossible, arithmetic wrong");
        assertThat(row("original", "32 GPUs")).isEqualTo("32 GPUs|1.00×|✓ consistent");
        assertThat(row("original", "65 %")).as("utilisation of what it does not say").isEqualTo("–|–|? unknown");
    }

    @Test
    void countsAreFilters() {
        int all = rows().size();
        assertThat(text("audit.off")).isEqualTo("✗ " + count(Standing.OFF) + " off");
        assertThat(text("audit.holds")).isEqualTo("✓ " + count(Standing.HOLDS) + " hold");
        long off = count(Standing.OFF);
        fire("audit.holds");
        fire("audit.unknown");
        assertThat(rows()).hasSize((int) off).allMatch(row -> row.standing() == Standing.OFF);
        assertThat(text("audit.off")).as("the count stays that of all").isEqualTo("✗ " + off + " off");
        fire("audit.holds");
        fire("audit.unknown");
        assertThat(rows()).hasSize(all);
        onWindow(() -> plans().setValue("optimized"));
        assertThat(rows()).hasSizeLessThan(all).allMatch(row -> row.claim().subject().equals("optimized"));
    }

    @Test
    void sortsByVerdictTheWorstFirst() {
        onWindow(() -> table().getSortOrder().setAll(List.of(column("Verdict"))));
        assertThat(ClaimText.verdict(rows().getFirst())).isEqualTo("✗ impossible, arithmetic wrong");
        assertThat(rows().getLast().standing()).isEqualTo(Standing.HOLDS);
        onWindow(() -> table().getSortOrder().setAll(List.of(column("Ratio"))));
        assertThat(rows()).extracting(ClaimRow::distance).filteredOn(Double::isFinite).isSorted();
    }

    @Test
    void saysWhyAndShowsTheMetricInThePlan() {
        onWindow(() -> table().getSelectionModel().select(rows().stream()
                .filter(row -> ClaimText.claimed(row.claim()).equals("24.2 %")).findFirst().orElseThrow()));
        assertThat(text("audit.title")).isEqualTo("optimized: Memory utilisation 24.2 %");
        assertThat(labels("audit.reasons")).contains("6.82 GB / 64.0 GB of a GPU = 10.7 %, not 24.2 %.");
        fire("audit.show");
        assertThat(window.views().currentProperty().get()).isEqualTo(ViewName.EXPLAIN);
        assertThat(session.planProperty().get().name()).isEqualTo("optimized");
        assertThat(find(ComboBox.class, "explain.metric").getValue()).hasToString("MEMORY_UTILIZATION");
    }

    // without KV cache heads or batch changed, twice the requests take twice the cache: 2 x 0.805 GB
    @Test
    void followsThePlanAndKeepsWhatIsChosen() {
        onWindow(() -> table().getSelectionModel().select(5));
        String chosen = text("audit.title");
        assertThat(row("original", "0.79 GB")).startsWith("0.805 GB|");
        onWindow(() -> session.edit(Change.of("test"), p -> p.withWorkload(p.workload()
                .withConcurrentRequests(2 * p.workload().concurrentRequests()))));
        assertThat(row("original", "0.79 GB")).startsWith("1.61 GB|").endsWith("! optimistic");
        assertThat(text("audit.title")).isEqualTo(chosen);
    }

    @Test
    void aReviewWithoutClaimsSaysWhatToDo() {
        onWindow(files::startNew);
        assertThat(byId("audit.empty").getScene()).isNotNull();
        onWindow(() -> window.views().select(ViewName.PLAN));
        onWindow(() -> window.views().select(ViewName.AUDIT));
        onWindow(() -> find(Button.class, "audit.open").fire());
        onWindow(() -> files.openSample("report-000"));
        assertThat(rows()).isNotEmpty();
    }

    private void fire(String id) {
        onWindow(() -> {
            if (byId(id) instanceof ToggleButton toggle) {
                toggle.fire();
            } else {
                find(Button.class, id).fire();
            }
        });
    }

    private long count(Standing standing) {
        return rows().stream().filter(row -> row.standing() == standing).count();
    }

    private String row(String plan, String claimed) {
        return rows().stream().filter(row -> ClaimText.plan(row.claim()).equals(plan)
                && ClaimText.claimed(row.claim()).equals(claimed)).findFirst()
                .map(row -> ClaimText.computed(row) + "|" + ClaimText.ratio(row) + "|" + ClaimText.verdict(row)).orElseThrow();
    }

    private List<ClaimRow> rows() {
        return List.copyOf(table().getItems());
    }

    private javafx.scene.control.TableColumn<ClaimRow, ?> column(String title) {
        return table().getColumns().stream().filter(c -> c.getText().equals(title)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private TableView<ClaimRow> table() {
        return find(TableView.class, "audit.table");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> plans() {
        return find(ComboBox.class, "audit.plan");
    }

    private String labels(String id) {
        return String.join("\n", byId(id).lookupAll(".label").stream().map(Label.class::cast).map(Label::getText).toList());
    }

    private String text(String id) {
        return find(Labeled.class, id).getText();
    }
}
