package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.session.Change;
import io.headroom.session.audit.ClaimRow;
import io.headroom.session.audit.Standing;
import io.headroom.ui.file.FileDrop;
import io.headroom.ui.file.Prompts;
import io.headroom.ui.view.ViewName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that are opened or dropped: read, confirmed, kept or discarded. */
class ReportOpeningTest extends WindowTest {

    private static final Path REPORTS = Path.of("src/test/resources/io/headroom/report/read");
    private static final Path REPORT = REPORTS.resolve("report-001.txt");
    private static final String SAMPLE = "report-001.json";

    @TempDir
    Path folder;

    @Test
    void isReadIntoAReviewToConfirm() {
        prompts.open = REPORT;
        onWindow(files::open);
        assertThat(window.views().currentProperty().get()).isEqualTo(ViewName.AUDIT);
        assertThat(review().plans()).extracting(Plan::name).containsExactly("original", "optimized");
        assertThat(documents.titleProperty().get()).isEqualTo("report-001.txt (report)");
        assertThat(documents.documentProperty().get().file()).isNull();
        assertThat(byId("confirm").isVisible()).isTrue();
        assertThat(find(Labeled.class, "confirm.counts").getText()).startsWith("2 plans, ");
        // line 33 of the text
        assertThat(rows()).anyMatch(row -> row.claim().line() == 33 && row.claim().text().contains("24.2%")
                && row.isMiscalculated());
        assertThat(rows()).as("inputs are listed too").anyMatch(row -> row.standing() == Standing.GIVEN);
        assertThat(lines()).contains("Open: tokens of the ordinary request. Assumed: 2048 in, 512 out.");
        picture("confirm-001");
    }

    // line 5 of report 003 names "5 configurations", which no metric is
    @Test
    void listsWhatWasNotUnderstoodAndWhichEncodingWasRepaired() throws IOException {
        onWindow(() -> files.open(REPORTS.resolve("report-003.txt")));
        onWindow(() -> find(ToggleButton.class, "audit.unread").fire());
        assertThat(lines()).contains("Line 5: ").contains("5 configurations");
        picture("unread-003");
        Path broken = Files.writeString(folder.resolve("broken.md"), Files.readString(REPORT) + "\n\nTTFT limit: â‰¤ 9 s\n");
        onWindow(() -> files.open(broken));
        onWindow(() -> find(ToggleButton.class, "audit.repaired").fire());
        assertThat(lines()).contains("â‰¤ → ≤");
        picture("repaired");
    }

    @Test
    void keptItIsADocumentThatNoFileHoldsAndUndoBringsTheOldOneBack() {
        Review old = review();
        onWindow(() -> files.open(REPORT));
        assertThat(session.dirtyProperty().get()).as("nothing is lost before it is kept").isFalse();
        onWindow(() -> find(Button.class, "confirm.keep").fire());
        Review kept = review();
        assertThat(byId("confirm").isVisible()).isFalse();
        assertThat(session.dirtyProperty().get()).isTrue();
        assertThat(session.undoLabelProperty().get()).isEqualTo("Open report-001.txt");
        edit();
        onWindow(session::undo);
        assertThat(review()).isEqualTo(kept);
        onWindow(session::undo);
        assertThat(review()).isSameAs(old);
        assertThat(documents.titleProperty().get()).isEqualTo(SAMPLE);
        assertThat(session.dirtyProperty().get()).isFalse();
        onWindow(session::redo);
        assertThat(review()).isEqualTo(kept);
        assertThat(session.dirtyProperty().get()).isTrue();
        onWindow(session::redo);
        assertThat(requests()).isEqualTo(77);
    }

    @Test
    void discardedItLeavesTheOldDocumentWithItsChangesAndItsView() {
        onWindow(() -> window.views().select(ViewName.COMPARE));
        edit();
        prompts.unsaved = Prompts.Unsaved.DISCARD;
        onWindow(() -> files.open(REPORT));
        assertThat(prompts.asked).isEqualTo(1);
        onWindow(() -> find(Button.class, "confirm.discard").fire());
        assertThat(documents.titleProperty().get()).isEqualTo(SAMPLE);
        assertThat(requests()).isEqualTo(77);
        assertThat(session.dirtyProperty().get()).isTrue();
        assertThat(window.views().currentProperty().get()).isEqualTo(ViewName.COMPARE);
        onWindow(session::undo);
        assertThat(requests()).isEqualTo(128);
    }

    @Test
    void unsavedChangesAreAskedAboutAsForAPlanFile() {
        edit();
        prompts.unsaved = Prompts.Unsaved.CANCEL;
        onWindow(() -> files.open(REPORT));
        assertThat(prompts.asked).isEqualTo(1);
        assertThat(documents.titleProperty().get()).isEqualTo(SAMPLE);
        assertThat(byId("confirm").isVisible()).isFalse();
    }

    @Test
    void savedItIsKept() {
        prompts.save = folder.resolve("kept.json");
        onWindow(() -> files.open(REPORT));
        onWindow(files::save);
        assertThat(byId("confirm").isVisible()).isFalse();
        assertThat(session.dirtyProperty().get()).isFalse();
        onWindow(() -> files.open(prompts.save));
        assertThat(review().plans()).extracting(Plan::name).containsExactly("original", "optimized");
        assertThat(documents.reportProperty().get()).isEmpty();
    }

    @Test
    void theFiguresThatAFileKeepsCanBeJudgedByThePlans() {
        onWindow(() -> files.open(REPORT));
        onWindow(() -> find(ToggleButton.class, "audit.ofFigures").fire());
        assertThat(rows()).isNotEmpty().allMatch(row -> row.claim().line() == 0);
        onWindow(() -> find(ToggleButton.class, "audit.ofReport").fire());
        assertThat(rows()).allMatch(row -> row.claim().line() > 0);
    }

    @Test
    void whatIsNoTextIsRefusedInOneMessage() throws IOException {
        Review before = review();
        Path picture = Files.write(folder.resolve("photo.png"),
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1});
        onWindow(() -> files.open(picture));
        assertThat(text(byId("notice"))).contains("Could not read photo.png as a report").contains("not text");
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear all,\n\nsee you on Monday.\n");
        onWindow(() -> files.open(letter));
        assertThat(text(byId("notice"))).contains("letter.txt").contains("No figure of a deployment plan");
        picture("refused");
        assertThat(review()).isSameAs(before);
        assertThat(byId("confirm").isVisible()).isFalse();
        assertThat(used).isEmpty();
    }

    @Test
    void aTextUnderTheNameOfAPlanFileIsRefusedAsAPlanFile() throws IOException {
        Path wrong = Files.writeString(folder.resolve("plan.json"), "# Report\n\nTTFT is 3 s.\n");
        onWindow(() -> files.open(wrong));
        assertThat(text(byId("notice"))).contains("Could not open plan.json: 1 problem").contains("plan.json:1:1");
    }

    @Test
    void aReportIsDroppedOntoTheWindow() {
        drop(List.of(REPORT));
        assertThat(documents.titleProperty().get()).isEqualTo("report-001.txt (report)");
        assertThat(byId("drop").isVisible()).isFalse();
    }

    @Test
    void ofSeveralFilesTheFirstIsOpenedAndItIsSaid() {
        drop(List.of(Path.of("sample-plans/report-004.json"), REPORT));
        assertThat(documents.titleProperty().get()).isEqualTo("report-004.json");
        assertThat(stage.getScene().getRoot().lookupAll(".label").stream().map(Label.class::cast).map(Label::getText))
                .anyMatch(t -> t.contains("only report-004.json was opened"));
    }

    // the lines of a long report weigh 40 MB
    @Test
    void nothingOfAReportStaysInTheAuditOfAnotherReview() {
        onWindow(() -> files.open(REPORT));
        onWindow(() -> window.views().select(ViewName.AUDIT));
        assertThat(find(VBox.class, "audit.lines").getChildren()).isNotEmpty();
        VBox lines = find(VBox.class, "audit.lines");
        prompts.unsaved = Prompts.Unsaved.DISCARD;
        onWindow(() -> files.openSample("llama-3.1-8b-1xh100-sxm"));
        assertThat(session.reviewProperty().get().plans()).extracting(Plan::name).doesNotContain("original");
        onWindow(() -> window.views().select(ViewName.AUDIT));
        settle();
        assertThat(lines.getChildren()).isEmpty();
    }

    @Test
    void picturesOfAllReports() {
        for (String name : List.of("report-000.txt", "report-002.txt", "report-003.txt", "report-004.txt", "unseen-llama.md")) {
            onWindow(() -> files.open(REPORTS.resolve(name)));
            assertThat(rows()).as(name).isNotEmpty();
            picture("confirm-" + name);
            onWindow(() -> find(Button.class, "confirm.discard").fire());
            assertThat(documents.titleProperty().get()).isEqualTo(SAMPLE);
        }
    }

    // the toolkit without a display drags nothing between programs: from here on it is as with one
    private void drop(List<Path> paths) {
        List<File> dragged = paths.stream().map(Path::toFile).toList();
        FileDrop drop = find(FileDrop.class, "drop");
        onWindow(() -> drop.hold(dragged));
        assertThat(drop.isVisible()).isTrue();
        assertThat(text(drop)).contains("Drop to open " + dragged.getFirst().getName());
        picture("drop");
        onWindow(() -> drop.take(dragged));
        settle();
    }

    private void edit() {
        onWindow(() -> session.edit(Change.of("test"), p -> p.withWorkload(p.workload().withConcurrentRequests(77))));
    }

    private int requests() {
        return (int) session.planProperty().get().workload().concurrentRequests();
    }

    private Review review() {
        return session.reviewProperty().get();
    }

    @SuppressWarnings("unchecked")
    private List<ClaimRow> rows() {
        return List.copyOf(((TableView<ClaimRow>) find(TableView.class, "audit.table")).getItems());
    }

    private String lines() {
        return text(byId("audit.lines"));
    }

    /** Keeps a picture where a folder for it is named, to be looked at. */

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.lookupAll(".label").forEach(n -> text.append(((Label) n).getText()).append('\n'));
        return text.toString();
    }
}
