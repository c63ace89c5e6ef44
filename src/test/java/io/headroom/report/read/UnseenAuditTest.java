package io.headroom.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.judge.Audit;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reports in other styles with mistakes made on purpose: a memo in prose, a benchmark that is one table, a proposal that
 * mixes units, numbers with decimal commas. Expected is what was worked out by hand when they were written.
 */
class UnseenAuditTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # 141 GB of BF16 weights over 8 GPUs are 17.6 GB each and 5.3 ms at 3.35 TB/s
            memo      | 7  | 17.6  | CONSISTENT  | The plan gives 17.6 GB.
            # 2 x 80 layers x 8 KV heads x 128 x 2 B x 2304 tokens x 64 requests / 8 GPUs = 6.0 GB; with 64 heads 48.3 GB
            memo      | 7  | 48.3  | PESSIMISTIC | MHA for GQA
            memo      | 7  | 67.1  | PESSIMISTIC | 17.6 GB + 48.3 GB + 1.2 GB = 67.1 GB.
            memo      | 7  | 83.9  | PESSIMISTIC | 67.1 GB / 80.0 GB of a GPU = 83.9 %.
            memo      | 9  | 3     | IMPOSSIBLE  | of weights a GPU
            # 2 x 70.6 B x 2048 = 289 TFLOP; a pass without the embedding has 286
            memo      | 13 | 289   | CONSISTENT  | = 289 TFLOP.
            # 20 / 3600 / 2400 x 1e6 = 2.31
            memo      | 15 | 2.31  | OPTIMISTIC  | = $2.31.
            memo      | 17 | 50    | CONSISTENT  | From 141 GB to 70.5 GB is −50 %.
            memo      | 17 | 1     | OPTIMISTIC  | A100 SXM 80GB computes in BF16, INT8.
            # 4 x 354.8 = 1,419; 4 x 386.5 = 1,546, not 1,146
            benchmark | 7  | 1419  | CONSISTENT  | 354.8 tokens/s × 4 GPUs
            benchmark | 9  | 1146  | CONTRADICTS | 386.5 tokens/s × 4 GPUs
            # 36.4 / 80 = 45.5 %
            benchmark | 9  | 55.5  | CONTRADICTS | = 45.5 %, not 55.5 %.
            # 8 / 3600 / 1146 x 1e6 = 1.94
            benchmark | 9  | 1.94  | CONSISTENT  | = $1.94.
            benchmark | 15 | 1.2   | CONSISTENT  | = 1.2×.
            benchmark | 16 | 24    | CONSISTENT  | From 21 ms to 26 ms is +23.8 %.
            benchmark | 17 | 18    | CONSISTENT  | From 410 ms to 335 ms is −18.3 %.
            benchmark | 18 | 35    | CONTRADICTS | From 5.77 s to 4.8 s is −16.8 %, not 35 %.
            benchmark | 19 | 17    | CONSISTENT  | From $1.57 to $1.3 is −17.2 %.
            benchmark | 20 | 13    | CONSISTENT  | $1.3 × 10 million tokens = $13.
            # 21.0 GiB are 22.5 GB: 29.2 GB in all
            units     | 11 | 27.7  | CONTRADICTS | numbers of different units added as if they had one
            # 2 x 671 B are all experts; 37 B are active
            units     | 14 | 1342  | CONTRADICTS | all experts counted for the chosen ones
            units     | 15 | 25    | PESSIMISTIC | milliseconds written as seconds
            units     | 18 | 40960 | IMPOSSIBLE  | taken for that of a GPU, times 32
            # 32 x 400 = 12,800; 128 / 32 = 4; 64 / 4 = 16
            decimal-commas | 20 | 25.55 | PESSIMISTIC | 7.35 GB + 18.2 GB
            decimal-commas | 22 | 12800 | OPTIMISTIC  | 400 tokens/s × 32 GPUs
            decimal-commas | 26 | 4     | CONSISTENT  | 128 experts / 32 EP ranks
            decimal-commas | 27 | 16    | CONSISTENT  | 64 heads / 4 TP ranks
            """)
    void isJudgedAsByHand(String report, int line, double value, String verdict, String says) throws Exception {
        List<AuditedClaim> found = audited(report).filter(a -> a.claim().line() == line
                && Math.abs(a.claim().written().value() - value) < 1e-9).toList();
        assertThat(found).anySatisfy(a -> {
            assertThat(a.verdict()).hasToString(verdict);
            assertThat(String.join(" ", a.reasons(new Formatter(ByteUnits.GB))) + " " + a.mistake().orElse("")).contains(says);
        });
    }

    @Test
    void aBenchmarkHasNoOtherFaultsThanThoseMade() throws Exception {
        assertThat(audited("benchmark").filter(AuditedClaim::isOff).map(a -> a.claim().written().value())).containsExactlyInAnyOrder(
                1146.0, 55.5, 35.0);
    }

    @Test
    void conditionsOfAllRowsAreThoseOfEveryPlan() throws Exception {
        assertThat(Reports.read("unseen-benchmark.md").review().plans()).hasSize(3).allSatisfy(plan -> {
            assertThat(plan.parallelism().tensor()).isEqualTo(4);
            assertThat(plan.workload().concurrentRequests()).isEqualTo(32);
            assertThat(plan.workload().inputTokens()).isEqualTo(1024);
            assertThat(plan.workload().outputTokens()).isEqualTo(256);
        });
    }

    @Test
    void decimalCommasAreSaidToBeRead() throws Exception {
        assertThat(Reports.read("unseen-decimal-commas.md").repairs()).anyMatch(r -> r.contains("decimal commas"));
        assertThat(Reports.read("unseen-benchmark.md").repairs()).isEmpty();
    }

    private static Stream<AuditedClaim> audited(String report) throws Exception {
        return Audit.of(Reports.read("unseen-" + report + ".md").claims(), Reports.CATALOG).claims().stream();
    }
}
