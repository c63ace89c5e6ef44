package io.headroom.report.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Claim.Role;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement.Bound;
import io.headroom.report.read.text.NotReadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports of the same kind in other layouts; expected values are what their texts say. */
class UnseenReportTest {

    @Test
    void aFencedPlanWithHeadedBulletsAndATableOfDegrees() throws IOException, NotReadable {
        ReportReading read = Reports.read("unseen-llama.md");
        Plan plan = read.review().plans().getFirst();
        assertThat(plan.model().id()).isEqualTo("llama-3-70b");
        assertThat(plan.hardware().gpu().id()).isEqualTo("h100-sxm");
        assertThat(plan.parallelism()).isEqualTo(new Parallelism(2, 4, 1, 1, 1, false, List.of()));
        assertThat(plan.workload().concurrentRequests()).isEqualTo(64);
        assertThat(plan.workload().inputRange().max()).isEqualTo(8192);
        assertThat(plan.requirements()).extracting(r -> r.metric() + " " + r.bound() + " " + r.value()).contains(
                "throughput.requests " + Bound.AT_LEAST + " 8.0", "memory.utilization " + Bound.AT_MOST + " 85.0",
                "ttft.p50 " + Bound.AT_MOST + " 500.0");
        assertThat(values(read, "memory.weights")).contains(35e9);
        assertThat(values(read, "throughput.requests")).contains(7.0);
        assertThat(values(read, "layers.perStage")).containsExactly(20.0);
    }

    @Test
    void plainTextWithTwoDeployments() throws IOException, NotReadable {
        ReportReading read = Reports.read("unseen-plain.txt");
        assertThat(read.review().plans()).extracting(Plan::name).containsExactly("baseline", "proposed");
        Plan proposed = read.review().plans().get(1);
        assertThat(proposed.model().id()).isEqualTo("mixtral-8x7b");
        assertThat(proposed.hardware().gpu().id()).isEqualTo("a100-sxm-80");
        assertThat(proposed.parallelism().tensor()).isEqualTo(2);
        assertThat(proposed.parallelism().data()).isEqualTo(2);
        assertThat(values(read, "memory.total")).containsExactly(31.5e9, 55e9);
        assertThat(values(read, "throughput.outputTokens")).containsExactly(2400.0, 4100.0);
        assertThat(read.claims().relations()).anyMatch(r -> r.result().written().value() == 1.7 && r.operands().size() == 2);
    }

    @Test
    void aJsonStrategyInACodeBlock() throws IOException, NotReadable {
        ReportReading read = Reports.read("unseen-strategy.md");
        Plan plan = read.review().plans().getFirst();
        assertThat(plan.model().id()).isEqualTo("qwen3-235b-a22b");
        assertThat(plan.parallelism()).isEqualTo(new Parallelism(4, 4, 2, 1, 1, false, List.of(24, 23, 24, 23)));
        assertThat(values(read, "memory.total")).containsExactly(6.82e9);
        assertThat(values(read, "ttft.burst.last")).containsExactly(2.1);
    }

    @Test
    void whatWasNotUnderstoodIsListedWithItsLine() throws NotReadable {
        ReportReading read = Reports.readText("# Plan\n- Throughput: 35 tokens/ms per GPU\n- Foo bar: 7 years\n");
        assertThat(read.claims().unread()).singleElement().satisfies(u -> {
            assertThat(u.line()).isEqualTo(3);
            assertThat(u.reason()).contains("7 years");
        });
    }

    @Test
    void aTextWithoutAPlanSaysSo() {
        assertThatThrownBy(() -> Reports.readText("Dear all, the picnic is on Sunday. Bring 3 salads."))
                .isInstanceOf(NotReadable.class).hasMessageContaining("No figure of a deployment plan");
        assertThatThrownBy(() -> Reports.readText("12 34 56\n---\n")).isInstanceOf(NotReadable.class).hasMessageContaining("no line with words");
    }

    @Test
    void whatIsNoReportSaysSo() {
        assertThatThrownBy(() -> ReportReader.read("r", new byte[0], Reports.CATALOG)).hasMessage("The file is empty.");
        assertThatThrownBy(() -> ReportReader.read("r", new byte[50 << 20], Reports.CATALOG)).hasMessageContaining("a report may have 4194304");
        assertThatThrownBy(() -> ReportReader.read("r", new byte[] {'%', 'P', 'D', 'F', '-', '1'}, Reports.CATALOG)).hasMessageContaining("PDF");
        assertThatThrownBy(() -> ReportReader.read("r", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0}, Reports.CATALOG))
                .hasMessageContaining("not text");
        String novel = "In 1851 there were 3 men and 2 boats on the sea. The old man looked at the whale for 40 years. ".repeat(200);
        assertThatThrownBy(() -> Reports.readText(novel)).hasMessageContaining("No figure of a deployment plan");
    }

    @Test
    void anyBytesAreReadOrRefused() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(7);
        String signs = "#|-*>`[](){}:=×%$0123456789.,kMGB tokens/s GPU TTFT\n\n  ";
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(400); n >= 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            try {
                assertThat(ReportReader.read("r", text.toString().getBytes(StandardCharsets.UTF_8), Reports.CATALOG).review().plans()).isNotEmpty();
            } catch (NotReadable e) {
                assertThat(e.getMessage()).endsWith(".");
            }
        }
    }

    private static List<Double> values(ReportReading read, String metric) {
        return read.claims().claims().stream().filter(c -> c.metric().equals(metric) && c.role() != Role.REQUIREMENT).map(Claim::si).distinct()
                .toList();
    }
}
