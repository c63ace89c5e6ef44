package io.headroom.report.read.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Expected texts are what was encoded in the first place; the wrong encodings are made by the JDK's own charsets. */
class ReportTextTest {

    private static final String TEXT = "TTFT: ≤10 s → ≥ 6 s\n8.33× ✅ “fine” – 5 µs\nplain line\n";

    @Test
    void utf8NeedsNoRepair() throws NotReadable {
        ReportText read = ReportText.of(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(read.text()).isEqualTo(TEXT);
        assertThat(read.repairs()).isEmpty();
    }

    @Test
    void utf8ReadAsMacRomanIsTurnedBackAndToldByLine() throws NotReadable {
        String wrong = new String(TEXT.getBytes(StandardCharsets.UTF_8), Charset.forName("x-MacRoman"));
        ReportText read = ReportText.of(wrong.getBytes(StandardCharsets.UTF_8));
        assertThat(read.text()).isEqualTo(TEXT);
        assertThat(read.repairs()).extracting(Repair::line).containsOnly(1, 2);
        assertThat(read.repairTexts()).singleElement().asString().contains("Mac Roman", "‚â§ → ≤", "lines 1, 2");
    }

    @Test
    void utf8ReadAsLatin1IsTurnedBack() throws NotReadable {
        String wrong = new String(TEXT.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(ReportText.of(wrong.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(TEXT);
    }

    @Test
    void utf8ReadAsWindows1252IsTurnedBack() throws NotReadable {
        String text = "TTFT ≤ 10 s, 8.33×, 5 µs\n";
        String wrong = new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        assertThat(wrong).contains("â‰¤");
        assertThat(ReportText.of(wrong.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
    }

    @Test
    void whatIsNotUtf8IsReadByteByByte() throws NotReadable {
        ReportText windows = ReportText.of("8.33× – 5 µs".getBytes(Charset.forName("windows-1252")));
        assertThat(windows.text()).isEqualTo("8.33× – 5 µs");
        assertThat(windows.repairs()).isNotEmpty();
        assertThat(ReportText.of("TTFT ≤ 10 s".getBytes(Charset.forName("x-MacRoman"))).text()).isEqualTo("TTFT ≤ 10 s");
    }

    @Test
    void utf16IsReadWithAndWithoutAMark() throws NotReadable {
        assertThat(ReportText.of(TEXT.getBytes(StandardCharsets.UTF_16)).text()).isEqualTo(TEXT);
        assertThat(ReportText.of(TEXT.getBytes(StandardCharsets.UTF_16LE)).text()).isEqualTo(TEXT);
        assertThat(ReportText.of(TEXT.getBytes(StandardCharsets.UTF_16BE)).text()).isEqualTo(TEXT);
    }

    @Test
    void marksAndLineEndsMakeNoDifference() throws NotReadable {
        String crlf = "\uFEFF" + TEXT.replace("\n", "\r\n");
        assertThat(ReportText.of(crlf.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(TEXT);
    }

    @Test
    void trueAccentsStay() throws NotReadable {
        String text = "Débit: 5 µs à Genève, Größe 3 √2 ‚quoted‘";
        assertThat(ReportText.of(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
    }

    @Test
    void whatIsNoTextIsRefusedInWords() {
        assertThatThrownBy(() -> ReportText.of(new byte[0])).isInstanceOf(NotReadable.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> ReportText.of("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("PDF");
        assertThatThrownBy(() -> ReportText.of(new byte[] {'P', 'K', 3, 4, 0, 0})).hasMessageContaining("archive");
        assertThatThrownBy(() -> ReportText.of(new byte[] {1, 2, 3, 'a', 0, 7, 8, 9})).hasMessageContaining("not text");
        assertThatThrownBy(() -> ReportText.of(new byte[ReportText.MAX_BYTES + 1])).hasMessageContaining("may have");
    }
}
