package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompareCommandTest {

    private static final String REPORT = "sample-plans/report-001.json";

    @Test
    void printsWhatDiffers() {
        Run run = Run.of("compare", REPORT);
        assertThat(run.exitCode()).isZero();
        // report 001: TP 2 against 4 is +100 %
        assertThat(run.out()).contains("original (baseline)").containsPattern("TP +2 +4 \\(\\+100 %\\)")
                .doesNotContain("Output tokens per pass");
        assertThat(Run.of("compare", REPORT, "--all").out().lines().count()).isGreaterThan(run.out().lines().count());
    }

    @Test
    void writesCsvInSiUnits() {
        List<String> lines = Run.of("compare", REPORT, "--csv").out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("id,name,original,optimized");
        assertThat(lines).contains("workload.concurrentRequests,Concurrent requests,128,512",
                "hardware.gpu,GPU,Generic 64 GB accelerator of the plan files,Generic 64 GB accelerator of the plan files");
        // 64 GB of the plan files' card, all of it usable by profile plan
        assertThat(lines).contains("memory.capacity,Usable memory,64000000000,64000000000");
    }

    @Test
    void refusesWhatIsNoPlan() {
        assertThat(Run.of("compare", "pom.xml").exitCode()).isEqualTo(2);
        assertThat(Run.of("compare", "nothing.json").exitCode()).isEqualTo(3);
    }
}
