package io.headroom.check.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims of the five sample reports: what the audit says against what was worked out by hand, row by row. */
class ReportClaimsTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void agreesWithTheHandWorkedTable(String report) throws Exception {
        List<ExpectedClaim> rows = ExpectedClaim.all().stream().filter(row -> row.report().equals(report)).toList();
        ClaimedReport read = new HandRead(CATALOG, rows).report(report);

        assertThat(rows).isNotEmpty();
        assertThat(ReportTable.differences(report, read, CATALOG)).isEmpty();
    }

    @Test
    void aTableThatSaysOtherwiseIsNotAgreedWith() throws Exception {
        // without line 51 nobody knows what 24.2 % is a share of
        List<ExpectedClaim> rows = ExpectedClaim.all().stream().filter(row -> row.report().equals("001")).toList();
        ClaimedReport read = new HandRead(CATALOG, rows).report("001");
        List<Claim> without = read.claims().stream().filter(claim -> claim.line() != 51).toList();
        ClaimedReport cut = new ClaimedReport("", read.plans(), without, List.of(), List.of());

        assertThat(ReportTable.differences("001", cut, CATALOG)).hasSizeGreaterThan(3)
                .anyMatch(difference -> difference.contains("line 51") && difference.contains("not read"))
                .anyMatch(difference -> difference.contains("line 33: 24.2") && difference.contains("expected wrong"));
    }

    @Test
    void theTableIsLargeAndHasBothKinds() throws IOException {
        List<ExpectedClaim> rows = ExpectedClaim.all();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        assertThat(rows.stream().filter(row -> row.arithmetic().equals("wrong")).count()).isGreaterThan(10);
        assertThat(rows.stream().filter(row -> row.arithmetic().equals("holds")).count()).isGreaterThan(40);
    }
}
