package io.headroom.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.ClaimedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The claims of the five reports as a person wrote them down with the audit's verdicts: report-claims.tsv. */
class ReportClaimsTest {

    private static final Path TABLE = Path.of("src/test/resources/io/headroom/check/audit/report-claims.tsv");

    @Test
    void everyClaimOfTheTableIsRead() throws Exception {
        Map<String, ClaimedReport> reports = new HashMap<>();
        for (String id : List.of("000", "001", "002", "003", "004")) {
            reports.put(id, Reports.read("report-" + id + ".txt").claims());
        }
        List<String> missing = new ArrayList<>();
        List<String> rows = rows();
        for (String row : rows) {
            String[] c = row.split("\t", -1);
            boolean read = reports.get(c[0]).claims().stream().anyMatch(claim -> claim.line() == Integer.parseInt(c[1])
                    && matches(claim, c));
            if (!read) {
                missing.add(row);
            }
        }
        assertThat(rows).hasSizeGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    private static boolean matches(Claim claim, String[] c) {
        return Math.abs(claim.written().value() - Double.parseDouble(c[7])) < 1e-9 && claim.written().unit().equals(c[8])
                && claim.subject().equals(c[3]) && claim.metric().equals(c[4]) && claim.scope().equals(c[5])
                && claim.role().toString().toLowerCase(Locale.ROOT).equals(c[6])
                && claim.written().bound().toString().toLowerCase(Locale.ROOT).replace('_', ' ').equals(c[9]);
    }

    @Test
    void resultsAndOperandsAreClaimsOfTheReport() throws Exception {
        for (String id : List.of("000", "001", "002", "003", "004")) {
            ClaimedReport report = Reports.read("report-" + id + ".txt").claims();
            report.relations().forEach(r -> {
                assertThat(report.claims()).as("%s %s", id, r).contains(r.result()).containsAll(r.operands());
            });
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(TABLE).stream().skip(1).filter(l -> !l.isBlank()).toList();
    }
}
