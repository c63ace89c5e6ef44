package io.headroom.session.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.Document;
import io.headroom.planfile.Documents;
import io.headroom.session.Change;
import io.headroom.session.DocumentSession;
import io.headroom.session.PlanSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed loses seconds, not the review. */
class DraftsTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final long KILLED = 41;
    private static final long NEXT = 42;

    @TempDir
    Path folder;

    private final Documents files = new Documents(CATALOG);
    private final List<Runnable> later = new ArrayList<>();
    private PlanSession session;
    private DocumentSession documents;
    private Autosave autosave;
    private Path file;

    @BeforeEach
    void openASample() throws Exception {
        file = Files.copy(Path.of("sample-plans/report-001.json"), folder.resolve("review.json"));
        Document document = files.open(file);
        session = new PlanSession(document.review(), () -> { }, System::nanoTime);
        documents = new DocumentSession(session, files, CATALOG, Runnable::run, Runnable::run);
        documents.adopt(document, "review.json");
        autosave = new Autosave(session, documents, drafts(KILLED, false), Runnable::run, later::add);
    }

    private Drafts drafts(long pid, boolean othersLive) {
        return new Drafts(folder.resolve("drafts"), files, CATALOG, pid, other -> othersLive);
    }

    private void letTimePass() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    private void move(int requests) {
        session.edit(Change.of("requests " + requests),
                p -> p.withWorkload(p.workload().withConcurrentRequests(requests)));
    }

    @Test
    void changesOfAKilledProgramAreTakenUpAgainAsAnEditOfTheFile() throws Exception {
        for (int i = 1; i <= 50; i++) {
            move(600 + i);
        }
        assertThat(later).hasSize(1);
        letTimePass();
        Review lost = session.reviewProperty().get();

        // the next start
        Drafts next = drafts(NEXT, false);
        Document untouched = files.open(file);
        session.open(untouched.review());
        Draft draft = next.left().getFirst();
        assertThat(draft.review()).isEqualTo(lost);
        assertThat(draft.file()).isEqualTo(file.toAbsolutePath());
        autosave.restore(draft);
        assertThat(session.reviewProperty().get()).isEqualTo(lost);
        assertThat(session.dirtyProperty().get()).isTrue();
        assertThat(documents.documentProperty().get().file()).isEqualTo(file.toAbsolutePath());
        assertThat(session.undoLabelProperty().get()).isEqualTo("Restore unsaved changes");
        assertThat(next.left()).isEmpty();
        session.undo();
        assertThat(session.reviewProperty().get()).isEqualTo(untouched.review());
    }

    @Test
    void aDraftWhoseFileIsGoneIsTakenUpWithoutOne() throws Exception {
        move(7);
        letTimePass();
        Review lost = session.reviewProperty().get();
        Files.delete(file);
        autosave.restore(drafts(NEXT, false).left().getFirst());
        assertThat(session.reviewProperty().get()).isEqualTo(lost);
        assertThat(documents.documentProperty().get().file()).isNull();
    }

    @Test
    void whatIsSavedOrEndedWellLeavesNone() throws Exception {
        move(7);
        letTimePass();
        assertThat(kept()).hasSize(1);
        documents.save(file, result -> { });
        letTimePass();
        assertThat(kept()).isEmpty();
        move(8);
        letTimePass();
        autosave.end();
        assertThat(kept()).isEmpty();
        move(9);
        letTimePass();
        assertThat(kept()).isEmpty();
    }

    @Test
    void theDraftOfARunningProgramIsItsOwn() {
        move(7);
        letTimePass();
        assertThat(drafts(NEXT, true).left()).isEmpty();
        assertThat(drafts(KILLED, false).left()).isEmpty();
    }

    @Test
    void aDamagedDraftIsSetAsideAndNotOfferedAgain() throws Exception {
        Path damaged = folder.resolve("drafts").resolve("draft-7.json");
        Files.createDirectories(damaged.getParent());
        Files.writeString(damaged, "{\"review\": {");
        assertThat(drafts(NEXT, false).left()).isEmpty();
        assertThat(damaged).doesNotExist();
        assertThat(damaged.resolveSibling("draft-7.json.damaged")).hasContent("{\"review\": {");
    }

    @Test
    void aReviewThatNeverHadAFileIsKeptToo() {
        documents.startNew();
        move(3);
        letTimePass();
        Draft draft = drafts(NEXT, false).left().getFirst();
        assertThat(draft.file()).isNull();
        assertThat(draft.title()).isEqualTo("New review");
        assertThat(draft.review().plans()).extracting(Plan::workload)
                .allSatisfy(w -> assertThat(w.concurrentRequests()).isEqualTo(3));
    }

    private List<Path> kept() throws Exception {
        try (Stream<Path> all = Files.list(folder.resolve("drafts"))) {
            return all.toList();
        }
    }
}
