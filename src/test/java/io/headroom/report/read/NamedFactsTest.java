package io.headroom.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.judge.Audit;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person who reads the five reports with a calculator finds, and that the audit of their texts says it, where it stands. */
class NamedFactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            000 | 15  | 20     | 2 FLOP × 10.0 B active parameters = 0.02 TFLOP, not 20 TFLOP.
            000 | 28  | 4.95   | 4.95 GB × 24 GPUs = 119 GB; the other alternatives hold 180 GB in all
            000 | 42  | 35     | at most 20 tokens/ms (400 TFLOP/s peak of a GPU / 20.0 GFLOP a token)
            000 | 42  | 35     | With the 240 TFLOPS of line 16 it is 12 tokens/ms.
            000 | 119 | 1.75   | 1 + 25 % + 15 % + 30 % + 20 % = 1.9×, not 1.75×.
            000 | 119 | 107    | 61 tokens/ms × 1.75× = 107 tokens/ms.
            000 | 131 | 80     | 80 tokens/ms here, 28 tokens/ms in line 68.
            000 | 132 | 19     | 4.5 GB / 64.0 GB of a GPU = 7.03 %, not 19 %.
            001 | 33  | 24.2   | 6.82 GB / 64.0 GB of a GPU = 10.7 %, not 24.2 %.
            001 | 33  | 4      | 10.7 % (corrected) / 6 % = 1.78×
            001 | 34  | 2.1    | 2.1 s here, 0.05 s in line 60.
            001 | 42  | 2.86   | at least 7.35 GB (235 GB of weights / 32 GPUs)
            001 | 51  | 24.2   | 6.82 GB / 64.0 GB of a GPU = 10.7 %, not 24.2 %.
            001 | 60  | 0.05   | 206.71 TFLOP / 400 TFLOP/s peak of a GPU = 0.517 s at least, not 0.05 s.
            001 | 60  | 0.05   | 0.05 s here, 2.1 s in line 34.
            001 | 70  | 302    | at most 31.5 k tokens/s (128 requests at once / 4.07 ms for reading the weights once)
            001 | 74  | 1.2    | 512 requests at once / 0.01 s = 0.0512 M tokens/s at most, not ~1.2 M tokens/s.
            002 | 12  | 2      | The plan gives 8 a GPU
            002 | 19  | 1600   | 100 tokens/ms × 32 GPUs of a replica = 3 200 tokens/ms, not 1 600 tokens/ms.
            002 | 20  | 6400   | 100 tokens/ms × 128 GPUs = 12 800 tokens/ms, not 6 400 tokens/ms.
            003 | 34  | 5      | The largest fall is 24.7 % (Score: chat of vllm, from 0.219 to 0.165 in line 29), not ≤ 5 %.
            003 | 45  | 13     | 100 requests × 12 955.2 ms = 1 296 s, not ~13 s.
            003 | 107 | 0      | L40S computes FP8 at 733 TFLOP/s, dense.
            003 | 132 | 80     | The alert is at ≤ 80 %, the warning of line 142 at ≤ 70 %.
            004 | 11  | 30.2   | 23.19 GB / 64.0 GB of a GPU = 36.2 %, not 30.2 %.
            004 | 44  | 19     | at most 0.02 M tokens/s (400 TFLOP/s peak of a GPU / 20.0 GFLOP a token), 950× off.
            """)
    void isFoundWithItsArithmetic(String report, int line, double value, String reason) throws Exception {
        assertThat(said(report, line, value)).anySatisfy(audited -> {
            assertThat(audited.isOff()).isTrue();
            assertThat(String.join(" ", audited.reasons(new Formatter(ByteUnits.GB)))).contains(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            000 | 15  | 2000   | 0.02 TFLOP (corrected) × 100 tokens/ms = 2 000 TFLOPS.
            000 | 17  | 8.33   | 2 000 TFLOPS / 240 TFLOPS = 8.33×.
            001 | 13  | 475    | 28.5 s / ~0.06 s = 475×.
            001 | 17  | 32     | 64 heads / 2 = 32 heads.
            001 | 34  | 13.5   | 28.5 s / 2.1 s = 13.6×.
            001 | 92  | 14     | 30 s / 2.1 s = 14.3×.
            003 | 54  | 0.0095 | $0.75 for 1000 s of all GPUs / 79.41 tokens/s = $0.00944.
            003 | 70  | 950    | = $950.
            003 | 118 | 200750 | $550 × 365 = $200 750.
            """)
    void isConfirmedWithItsArithmetic(String report, int line, double value, String reason) throws Exception {
        assertThat(said(report, line, value)).isNotEmpty().allSatisfy(audited -> {
            assertThat(audited.isOff()).isFalse();
            assertThat(String.join(" ", audited.reasons(new Formatter(ByteUnits.GB)))).contains(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            000 | 78  | 840 | 35 tokens/ms × 24 GPUs = 840 tokens/ms.
            001 | 45  | 6.0 | 3.84 GB / 64.0 GB of a GPU = 6 %.
            """)
    void isRightAsArithmeticOnly(String report, int line, double value, String reason) throws Exception {
        assertThat(said(report, line, value)).singleElement().satisfies(audited -> {
            assertThat(audited.arithmetic()).hasToString("HOLDS");
            assertThat(audited.verdict()).hasToString("IMPOSSIBLE");
            assertThat(String.join(" ", audited.reasons(new Formatter(ByteUnits.GB)))).contains(reason);
        });
    }

    private static List<AuditedClaim> said(String report, int line, double value) throws Exception {
        return Audit.of(Reports.read("report-" + report + ".txt").claims(), Reports.CATALOG).claims().stream()
                .filter(a -> a.claim().line() == line && Math.abs(a.claim().written().value() - value) < 1e-9).toList();
    }
}
