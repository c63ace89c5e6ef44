package io.headroom.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Claim.Role;
import io.headroom.check.audit.judge.Audit;
import io.headroom.report.read.text.NotReadable;
import io.headroom.report.read.text.ReportText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A report written differently makes the same claims, and a changed number makes the changed claim. Expected are the
 * claims of the report as it was, with the numbers replaced that the mutation replaced.
 */
class MutatedReportTest {

    @ParameterizedTest
    @CsvSource({"001,CRLF,1", "001,INDENTED,1", "001,FENCED,1", "001,MAC_ROMAN,1", "001,WINDOWS_1252,1", "001,UTF16,1", "001,STARS,1",
        "001,NO_BOLD,1", "001,LISTS_TO_TABLES,1", "001,SECTIONS,1", "001,SECTIONS,2", "001,SECTIONS,3", "001,UNITS,1", "001,NUMBERS,1",
        "001,NUMBERS,2", "001,NUMBERS,3", "001,NUMBERS,4", "000,CRLF,1", "000,INDENTED,1", "000,FENCED,1", "000,WINDOWS_1252,1",
        "000,UNITS,1", "000,NUMBERS,5", "000,NUMBERS,6", "000,LISTS_TO_TABLES,1", "002,LISTS_TO_TABLES,1", "002,SECTIONS,4",
        "003,CRLF,1", "003,INDENTED,1", "003,SECTIONS,5", "001,NUMBERS,7", "004,STARS,1", "004,FENCED,1", "004,UNITS,1", "004,NUMBERS,8",
        "004,SECTIONS,6"})
    void saysTheSame(String id, Mutation mutation, long seed) throws IOException, NotReadable {
        String text = ReportText.of(Reports.bytes("report-" + id + ".txt")).text();
        Mutation.Mutated mutated = mutation.apply(text, new SplittableRandom(seed));
        TreeSet<String> before = claims(Reports.readText(text), mutated.numbers());
        TreeSet<String> after = claims(ReportReader.read("mutated.md", mutated.bytes(), Reports.CATALOG), Map.of());
        assertThat(before).hasSizeGreaterThan(9);
        assertThat(Arrays.equals(mutated.bytes(), text.getBytes(StandardCharsets.UTF_8))).as("a mutation that changes nothing").isFalse();
        assertThat(mutated.numbers().isEmpty()).isEqualTo(mutation != Mutation.NUMBERS);
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"000,CRLF", "000,INDENTED", "000,FENCED", "001,MAC_ROMAN", "001,WINDOWS_1252", "001,UTF16", "001,STARS", "001,NO_BOLD",
        "001,LISTS_TO_TABLES", "001,SECTIONS", "001,UNITS", "002,LISTS_TO_TABLES", "002,SECTIONS", "003,CRLF", "003,INDENTED", "003,SECTIONS",
        "003,UNITS", "004,STARS", "004,FENCED", "004,UNITS", "004,SECTIONS"})
    void isJudgedTheSame(String id, Mutation mutation) throws IOException, NotReadable {
        String text = ReportText.of(Reports.bytes("report-" + id + ".txt")).text();
        Mutation.Mutated mutated = mutation.apply(text, new SplittableRandom(11));
        TreeSet<String> off = off(Reports.readText(text));
        assertThat(off).hasSizeGreaterThan(1);
        assertThat(off(ReportReader.read("mutated.md", mutated.bytes(), Reports.CATALOG))).isEqualTo(off);
    }

    private static TreeSet<String> off(ReportReading reading) {
        TreeSet<String> off = new TreeSet<>();
        Audit.of(reading.claims(), Reports.CATALOG).claims().stream().filter(AuditedClaim::isOff).forEach(a -> off.add(a.claim().subject() + " "
                + a.claim().metric() + " " + a.claim().scope() + " " + a.claim().si() + " " + a.arithmetic() + " " + a.verdict()));
        return off;
    }

    private static TreeSet<String> claims(ReportReading reading, Map<String, String> numbers) {
        TreeSet<String> keys = new TreeSet<>();
        for (Claim c : reading.claims().claims()) {
            if (c.role() != Role.INPUT && !c.metric().isEmpty()) {
                keys.add(c.subject() + " " + c.metric() + " " + c.scope() + " " + number(c, numbers) + " " + c.written().unit() + " " + c.role());
            }
        }
        return keys;
    }

    private static double number(Claim c, Map<String, String> numbers) {
        for (Map.Entry<String, String> changed : numbers.entrySet()) {
            boolean decimal = c.written().unit().matches("GB|s|%") && c.text().contains(changed.getKey());
            if (decimal && Double.parseDouble(changed.getKey()) == c.written().value()) {
                return Double.parseDouble(changed.getValue());
            }
        }
        return c.written().value();
    }
}
