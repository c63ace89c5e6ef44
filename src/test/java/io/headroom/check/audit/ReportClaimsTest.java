package io.headroom.check.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.audit.judge.Audit;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
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
        AuditResult result = Audit.of(new HandRead(CATALOG, rows).report(report), CATALOG);

        SoftAssertions softly = new SoftAssertions();
        for (ExpectedClaim row : rows) {
            AuditedClaim audited = result.claims().stream().filter(a -> a.claim().equals(row.claim())).findFirst()
                    .orElseThrow();
            softly.assertThat(audited.arithmetic().word() + " " + audited.verdict().word())
                    .as("%s %s", row.place(), audited).isEqualTo(row.arithmetic() + " " + row.verdict());
        }
        softly.assertAll();
    }

    @Test
    void theTableIsLargeAndHasBothKinds() throws IOException {
        List<ExpectedClaim> rows = ExpectedClaim.all();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        assertThat(rows.stream().filter(row -> row.arithmetic().equals("wrong")).count()).isGreaterThan(10);
        assertThat(rows.stream().filter(row -> row.arithmetic().equals("holds")).count()).isGreaterThan(40);
    }
}
