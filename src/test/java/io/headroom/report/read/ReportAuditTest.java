package io.headroom.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.audit.ReportTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the bytes of the five reports to verdicts: reader and audit together against report-claims.tsv, worked out by hand. */
class ReportAuditTest {

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void agreesWithTheHandWorkedTable(String id) throws Exception {
        assertThat(ReportTable.differences(id, Reports.read("report-" + id + ".txt").claims(), Reports.CATALOG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void nothingIsOffThatTheTableDoesNotHave(String id) throws Exception {
        assertThat(ReportTable.alarms(id, Reports.read("report-" + id + ".txt").claims(), Reports.CATALOG)).isEmpty();
    }
}
