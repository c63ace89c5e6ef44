package io.headroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Plan;
import io.headroom.planfile.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of Hugging Face configurations in the plan on screen. */
class ModelImportTest {

    private static final Path CONFIGURATIONS = Path.of("src/test/resources/huggingface");
    private static final Catalog CATALOG = CatalogFiles.load();

    @TempDir
    private Path folder;
    private PlanSession session;
    private DocumentSession documents;

    @BeforeEach
    void open() {
        session = new PlanSession(Samples.read("report-001", CATALOG).review(), () -> { }, () -> 0);
        documents = new DocumentSession(session, new Documents(CATALOG), CATALOG, Runnable::run, Runnable::run);
    }

    @Test
    void anImportIsOneEditThatChangesTheModelAndNothingElse() {
        Plan before = session.planProperty().get();
        documents.importModel(CONFIGURATIONS.resolve("deepseek-v3.json"));
        Plan after = session.planProperty().get();
        // the catalogue's entry was made of the same published file
        assertThat(after.model().shape()).isEqualTo(CATALOG.model("deepseek-v3").orElseThrow().shape());
        assertThat(after.withModel(before.model(), before.modelJson())).isEqualTo(before);
        assertThat(session.historyLabels()).containsExactly("Opened", "Model " + before.model().name() + " → deepseek-v3");
        session.undo();
        assertThat(session.planProperty().get()).isEqualTo(before);
    }

    @Test
    void whatTheModelLeavesOutIsTold() {
        documents.importModel(CONFIGURATIONS.resolve("deepseek-v3.json"));
        Notice notice = documents.noticeProperty().get();
        assertThat(notice.kind()).isEqualTo(Notice.Kind.INFORMS);
        assertThat(notice.lines()).anyMatch(line -> line.contains("quantization_config"));
    }

    @Test
    void anImportedModelIsSavedAndOpenedAgainTheSame() {
        Path file = folder.resolve("plan.json");
        documents.importModel(CONFIGURATIONS.resolve("qwen3-next-80b-a3b.json"));
        Plan imported = session.planProperty().get();
        documents.save(file, result -> { });
        documents.open(file, isOpen -> assertThat(isOpen).isTrue());
        assertThat(session.planProperty().get()).isEqualTo(imported);
    }

    @Test
    void aConfigurationWithoutAFigureIsRefusedByPlaceAndThePlanStays() throws IOException {
        Plan before = session.planProperty().get();
        Path bad = folder.resolve("config.json");
        Files.writeString(bad, """
                { "model_type": "llama",
                  "hidden_size": "wide" }
                """);
        documents.importModel(bad);
        Notice notice = documents.noticeProperty().get();
        assertThat(notice.kind()).isEqualTo(Notice.Kind.FAILED);
        assertThat(notice.title()).startsWith("Could not import config.json");
        assertThat(notice.lines()).anyMatch(line -> line.contains("config.json:2:") && line.contains("/hidden_size"))
                .anyMatch(line -> line.contains("num_hidden_layers"));
        assertThat(session.planProperty().get()).isSameAs(before);
    }

    @Test
    void aPlanIsNotImported() {
        documents.importModel(Path.of("sample-plans/report-000.json"));
        assertThat(documents.noticeProperty().get().lines()).anyMatch(line -> line.contains("model_type"));
    }
}
