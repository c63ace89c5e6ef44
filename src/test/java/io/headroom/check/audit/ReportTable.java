package io.headroom.check.audit;

import io.headroom.catalog.Catalog;
import io.headroom.check.audit.judge.Audit;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sets an audit of one of the sample reports, however it was read, beside the table worked out by hand. */
public final class ReportTable {

    private ReportTable() {
    }

    /**
     * Rows of the table on which {@code read} differs: claims that are missing, and those judged otherwise.
     *
     * @param report "000" to "004"
     */
    public static List<String> differences(String report, ClaimedReport read, Catalog catalog) throws IOException {
        List<AuditedClaim> audited = Audit.of(read, catalog).claims();
        List<String> differences = new ArrayList<>();
        for (ExpectedClaim row : ExpectedClaim.all()) {
            if (row.report().equals(report)) {
                List<AuditedClaim> found = audited.stream().filter(a -> isMeant(row.claim(), a.claim())).toList();
                String expected = row.arithmetic() + " " + row.verdict();
                if (found.isEmpty()) {
                    differences.add(row.place() + ": not read; expected " + expected);
                } else if (!found.stream().allMatch(a -> verdict(a).equals(expected))) {
                    differences.add(row.place() + ": " + found.stream().map(a -> verdict(a) + " " + a.reasons(new Formatter(ByteUnits.GB))).toList()
                            + "; expected " + expected);
                }
            }
        }
        return differences;
    }

    /**
     * What is off in {@code read} and what the table does not have as off, in that line or where the text says the same
     * of the same plan before: false alarms.
     */
    public static List<String> alarms(String report, ClaimedReport read, Catalog catalog) throws IOException {
        List<ExpectedClaim> off = ExpectedClaim.all().stream().filter(row -> row.report().equals(report))
                .filter(row -> row.arithmetic().equals("wrong") || !List.of("consistent", "unknown").contains(row.verdict())).toList();
        return Audit.of(read, catalog).claims().stream().filter(AuditedClaim::isOff)
                .filter(a -> off.stream().noneMatch(row -> isRepeated(row.claim(), a.claim())))
                .map(a -> "report " + report + " line " + a.claim().line() + ": " + Wording.of(a.claim().written()) + " "
                        + a.claim().metric() + " " + verdict(a) + " " + a.reasons(new Formatter(ByteUnits.GB))).toList();
    }

    private static boolean isRepeated(Claim row, Claim read) {
        return row.metric().equals(read.metric()) && row.subject().equals(read.subject()) && row.scope().equals(read.scope())
                && Math.abs(row.si() - read.si()) <= 1e-9 * Math.abs(row.si());
    }

    private static boolean isMeant(Claim row, Claim read) {
        double difference = Math.abs(row.si() - read.si());
        return row.line() == read.line() && row.metric().equals(read.metric()) && row.subject().equals(read.subject())
                && row.scope().equals(read.scope()) && row.role() == read.role()
                && difference <= 1e-9 * Math.abs(row.si());
    }

    private static String verdict(AuditedClaim audited) {
        return audited.arithmetic().word() + " " + audited.verdict().word();
    }
}
