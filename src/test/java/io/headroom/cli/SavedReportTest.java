package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.audit.AuditResult;
import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Credence;
import io.headroom.check.audit.judge.Audit;
import io.headroom.json.JsonObject;
import io.headroom.plan.Figure;
import io.headroom.plan.Plan;
import io.headroom.planfile.Document;
import io.headroom.planfile.Documents;
import io.headroom.planfile.disk.SaveResult;
import io.headroom.report.read.ReportReader;
import io.headroom.report.read.ReportReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A report is read, saved as a plan file and audited again: what its figures carry keeps its verdict. A file leaves
 * nothing open, so that what was unknown is judged, and what contradicts may turn out to be impossible.
 */
class SavedReportTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    @TempDir
    Path folder;

    // how many figures have their claim in the same line: the rest is said once and kept for every plan (size, price)
    @ParameterizedTest
    @CsvSource({"report-000.txt, 26, 3", "report-001.txt, 27, 1", "report-002.txt, 9, 0", "report-003.txt, 50, 5", "report-004.txt, 8, 0",
        "unseen-llama.md, 8, 0", "unseen-strategy.md, 4, 0"})
    void theSavedPlanHasTheSameVerdicts(String name, int carried, int repeated) throws Exception {
        ReportReading reading = ReportReader.read(name,
                Files.readAllBytes(Path.of("src/test/resources/io/headroom/report/read", name)), CATALOG);
        Path file = folder.resolve("saved.json");
        assertThat(new Documents(CATALOG).save(Document.unsaved(reading.review()), reading.review(), file))
                .isInstanceOf(SaveResult.Saved.class);
        List<JsonObject> saved = AuditTest.claims(Run.of("audit", file.toString(), "--json"));
        AuditResult read = Audit.of(reading.claims(), CATALOG);
        int at = 0;
        int same = 0;
        for (Plan plan : reading.review().plans()) {
            for (Figure figure : plan.figures()) {
                JsonObject audited = saved.get(at++);
                assertThat(AuditTest.text(audited, "metric")).isEqualTo(figure.metric());
                Optional<AuditedClaim> said = said(plan, figure, read);
                same += said.isPresent() ? 1 : 0;
                said.ifPresent(claim -> assertThat(AuditTest.text(audited, "verdict")).as(name + ": " + figure)
                        .isIn(allowed(claim.verdict())));
            }
        }
        assertThat(saved).hasSize(at);
        assertThat(same).isEqualTo(carried);
        assertThat(at - same).isEqualTo(repeated);
    }

    private static List<String> allowed(Credence read) {
        return switch (read) {
            case UNKNOWN -> List.of(Credence.values()).stream().map(Credence::word).toList();
            case CONTRADICTS -> List.of("contradicts", "impossible");
            case CONSISTENT, OPTIMISTIC, PESSIMISTIC, IMPOSSIBLE -> List.of(read.word());
        };
    }

    private static Optional<AuditedClaim> said(Plan plan, Figure figure, AuditResult read) {
        return read.claims().stream().filter(audited -> isOf(audited.claim(), plan, figure)).findFirst();
    }

    private static boolean isOf(Claim claim, Plan plan, Figure figure) {
        return claim.metric().equals(figure.metric()) && claim.written().value() == figure.value()
                && (claim.subject().isEmpty() || claim.subject().equals(plan.name()))
                && figure.source().matches("(?s).*, line " + claim.line() + "(?:,.*)?");
    }
}
