package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.metamorphic.plans.Vary;
import io.headroom.plan.Review;
import io.headroom.planfile.PlanFile;
import io.headroom.session.Change;
import io.headroom.session.Samples;
import io.headroom.ui.file.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New, open and save, with the disk's own answers. */
class FilesTest extends WindowTest {

    @TempDir
    Path folder;

    @Test
    void aFileWithErrorsLeavesTheOpenReviewAndListsThemByPlace() throws IOException {
        Review before = session.reviewProperty().get();
        Path bad = folder.resolve("bad.json");
        Files.writeString(bad, """
                { "format": "headroom/plan", "version": 1, "name": "bad",
                  "plans": [ { "name": "x", "model": "qwen3-8b", "hardware": { "gpu": "h100-sxm" },
                    "parallelism": { "tensor": "eight" },
                    "workload": { "inputTokens": -1 } } ] }
                """);
        onWindow(() -> files.open(bad));
        assertThat(session.reviewProperty().get()).isSameAs(before);
        Node notice = byId("notice");
        assertThat(notice.isVisible()).isTrue();
        assertThat(text(notice)).contains("Could not open bad.json: 2 problems").contains("bad.json:3:")
                .contains("/plans/0/parallelism/tensor").contains("bad.json:4:");
        onWindow(documents::dismiss);
        assertThat(notice.isVisible()).isFalse();
    }

    @Test
    void aFileThatIsNotThereIsSaidAndNothingLost() {
        onWindow(() -> files.open(folder.resolve("gone.json")));
        assertThat(text(byId("notice"))).contains("There is no file");
        assertThat(documents.titleProperty().get()).isEqualTo("report-001.json");
    }

    @Test
    void whatIsSavedOpensAgainAndIsNoLongerUnsaved() {
        Path file = folder.resolve("plan.json");
        edit();
        assertThat(session.dirtyProperty().get()).isTrue();
        prompts.save = file;
        onWindow(files::save);
        assertThat(session.dirtyProperty().get()).isFalse();
        assertThat(documents.titleProperty().get()).isEqualTo("plan.json");
        assertThat(used).containsExactly(file.toString());
        onWindow(files::startNew);
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(1);
        onWindow(() -> files.open(file));
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(77);
    }

    @Test
    void changesAreNotLostWithoutAsking() {
        edit();
        prompts.unsaved = Prompts.Unsaved.CANCEL;
        onWindow(files::startNew);
        assertThat(prompts.asked).isEqualTo(1);
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(77);
        prompts.unsaved = Prompts.Unsaved.DISCARD;
        onWindow(files::startNew);
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(1);
    }

    @Test
    void aFileOfANewerVersionOpensReadOnlyAndSaysWhy() throws IOException {
        Path newer = folder.resolve("newer.json");
        String text = new String(PlanFile.write(session.reviewProperty().get()));
        Files.writeString(newer, text.replace("\"version\": 1", "\"version\": 99"));
        onWindow(() -> files.open(newer));
        assertThat(documents.titleProperty().get()).contains("read-only");
        assertThat(text(byId("notice"))).contains("Opened read-only");
    }

    @Test
    void theModelOfAConfigurationIsImportedFromTheMenuAndUndone() throws IOException {
        prompts.model = configuration("Qwen3-1.7B", "config.json", "qwen3-1.7b");
        menuItem("Import model…");
        // the configuration of a bf16 checkpoint does not say how FP8 weights are scaled
        assertThat(session.planProperty().get().model().shape())
                .isEqualTo(Vary.blocks(CATALOG.model("qwen3-1.7b").orElseThrow().shape(), false));
        assertThat(text(byId("notice"))).contains("qwen3-1.7b of config.json is now the model of this plan");
        onWindow(session::undo);
        assertThat(session.planProperty().get().model().id()).isEqualTo("qwen3-235b-a22b");
    }

    @Test
    void aConfigurationThatIsOpenedIsImportedIntoThePlanOnScreen() throws IOException {
        Path config = configuration("x", "my-qwen.json", "qwen3-1.7b");
        onWindow(() -> files.open(config));
        assertThat(session.planProperty().get().model().id()).isEqualTo("my-qwen");
        assertThat(documents.titleProperty().get()).isEqualTo("report-001.json");
        assertThat(used).isEmpty();
    }

    private Path configuration(String folderName, String name, String id) throws IOException {
        Path home = Files.createDirectory(folder.resolve(folderName));
        return Files.copy(Path.of("src/test/resources/huggingface", id + ".json"), home.resolve(name));
    }

    private void menuItem(String text) {
        MenuBar bar = (MenuBar) stage.getScene().getRoot().lookup(".menu-bar");
        onWindow(() -> bar.getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> text.equals(item.getText())).findFirst().orElseThrow().fire());
    }

    @Test
    void theListOfSamplesIsTheFolderOfSamples() throws IOException {
        try (Stream<Path> paths = Files.list(Path.of("sample-plans"))) {
            assertThat(paths.filter(Files::isRegularFile).map(p -> p.getFileName().toString().replace(".json", ""))).
                    containsExactlyInAnyOrderElementsOf(Samples.NAMES);
        }
    }

    // the words are those of headroom check on 2026-11-21, held against the limits and values of most plans by hand
    @Test
    void everySampleOpensInTheWindowWithItsVerdict() throws IOException {
        List<String> wanted = Files.readAllLines(Path.of("src/test/resources/io/headroom/ui/verdicts.csv"));
        List<String> found = new ArrayList<>(List.of("sample,plan,verdict"));
        for (String name : Samples.NAMES) {
            onWindow(() -> files.openSample(name));
            for (int i = 0; i < session.reviewProperty().get().plans().size(); i++) {
                int plan = i;
                onWindow(() -> session.select(plan));
                String word = find(Label.class, "tile.verdict.value").getText().replaceFirst("^\\S+ ", "");
                found.add(name + "," + session.planProperty().get().name() + "," + word);
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    private void edit() {
        onWindow(() -> session.edit(Change.of("test"),
                p -> p.withWorkload(p.workload().withConcurrentRequests(77))));
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.lookupAll(".label").forEach(n -> text.append(((Label) n).getText()).append('\n'));
        return text.toString();
    }
}
