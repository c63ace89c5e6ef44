package io.headroom.explore.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.Judge;
import io.headroom.check.legal.Finding.Severity;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Qwen3-14B on one H100 at 0.95, by llm-d-planner's runs: "GPU KV cache size" 274,848 tokens with vLLM 0.15 and 0.16, 297,152
 * with 0.17, 296,400 with 0.18. So 70 requests of 4,096 tokens (286,720) fit from 0.17 on, and 65 (266,240) before too.
 */
class EarlierVersionsTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    @Test
    void aPlanThatOnlyLaterVersionsHoldSaysSo() {
        Diagnosis note = diagnosis(plan("vllm", 70)).orElseThrow();
        assertThat(note.severity()).isEqualTo(Severity.NOTE);
        assertThat(note.repairs()).isEmpty();
        assertThat(note.text(new Formatter(ByteUnits.GIB))).startsWith("vllm before 0.17 keeps more memory")
                .contains("needs 77.0 GiB a GPU of 75.2 GiB usable.");
        assertThat(note.source()).contains("llm-d-planner");
    }

    @Test
    void whatEveryVersionHoldsOrNoneSaysNothing() {
        assertThat(diagnosis(plan("vllm", 65))).isEmpty();
        assertThat(diagnosis(plan("vllm", 80))).as("does not fit the latest either").isEmpty();
        assertThat(diagnosis(plan("sglang", 70))).isEmpty();
        Plan own = plan("vllm", 70);
        assertThat(diagnosis(own.withAssumptions(own.assumptions().with(Knob.RESERVE, 2e9)))).isEmpty();
    }

    private static Optional<Diagnosis> diagnosis(Plan plan) {
        return Repairs.of(Judge.judge(plan)).stream().filter(d -> d.rule().equals("memory.version")).findFirst();
    }

    private static Plan plan(String engine, int requests) {
        Plan plan = Plan.of("versions", CATALOG.model("qwen3-14b").orElseThrow(), Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()),
                new Assumptions(CATALOG.profile("calibrated").orElseThrow(), engine, Map.of(Knob.USABLE_MEMORY, 0.95)));
        return plan.withWorkload(plan.workload().withConcurrentRequests(requests).withInputTokens(3072).withOutputTokens(1024));
    }
}
