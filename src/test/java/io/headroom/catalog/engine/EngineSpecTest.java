package io.headroom.catalog.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paddings by vLLM's mxfp4.py, limits by its arg_utils.py (70 GiB or more and no "a100" in the name: 1,024 and 8,192; else 256 and 2,048). */
class EngineSpecTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Profile CALIBRATED = CATALOG.profile("calibrated").orElseThrow();

    @ParameterizedTest
    @CsvSource({"vllm, h100-sxm, 1024, 8192", "vllm, mi300x, 1024, 8192", "VLLM, rtx-pro-6000-server, 1024, 8192",
        "vllm, a100-sxm-80, 256, 2048", "vllm, a100-sxm-40, 256, 2048", "vllm, rtx-4090, 256, 2048",
        "vllm, plan-generic-64g, 256, 2048", "vllm-v1, h100-sxm, 1024, 8192",
        "vllm-v0, h100-sxm, 256, 2048", "unheard-of, h100-sxm, 256, 8192"})
    void theCardDecidesTheLimits(String engine, String gpu, int sequences, int tokens) {
        EngineSpec.Limits limits = plan(engine, gpu, Map.of()).assumptions().engineSpec()
                .limits(CATALOG.gpu(gpu).orElseThrow().hbmBytes());
        assertThat(limits.sequences()).isEqualTo(sequences);
        assertThat(limits.batchedTokens()).isEqualTo(tokens);
    }

    /** An accelerator written inline may spell its architecture as it likes, or say none. */
    @Test
    void architecturesAreKnownInAnyCase() {
        EngineSpec vllm = CALIBRATED.engineSpec("vllm");
        assertThat(vllm.on("Ampere").limits(80e9).sequences()).isEqualTo(256);
        assertThat(vllm.on("").limits(80e9).sequences()).isEqualTo(1024);
        assertThat(vllm.on("").limits(75e9).sequences()).as("less than 70 GiB").isEqualTo(256);
    }

    @Test
    void everyEngineSaysItsSource() {
        assertThat(CALIBRATED.engineSpecs()).containsOnlyKeys("vllm", "vllm-v1", "vllm-v0")
                .allSatisfy((id, engine) -> assertThat(engine.source()).as(id).contains("vllm-project/vllm"));
    }

    // create_weights of vLLM's mxfp4.py; an accelerator of no known architecture is not padded
    @Test
    void theFirstRuleThatFitsAnAcceleratorPadsItsExperts() {
        EngineSpec vllm = CALIBRATED.engineSpec("vllm");
        assertThat(vllm.on("Hopper").padding("mxfp4", 80e9).widthMultiple()).isEqualTo(128);
        assertThat(vllm.on("blackwell").padding("mxfp4", 180e9).widthMultiple()).isEqualTo(256);
        assertThat(vllm.on("blackwell").padding("mxfp4", 96e9).widthMultiple()).as("compute capability 12").isEqualTo(128);
        assertThat(vllm.on("hopper").padding("nvfp4", 80e9)).isNull();
        assertThat(vllm.on("").padding("mxfp4", 80e9)).isNull();
        assertThat(vllm.paddings()).allSatisfy(p -> assertThat(p.source()).contains("vllm-project/vllm"));
    }

    // "torch peak memory increase" of Qwen3-14B in llm-d-planner's runs of four versions: 5.64 GiB in 0.15 and 0.16, 2.23 from 0.17
    @ParameterizedTest
    @CsvSource({"0.11.x, '', 38.3", "0.16.0, 2026-04-22, 38.3", "0.17.0, 2026-02-01, 15", "0.19.0, '', 15", "1.0, '', 15",
        "'', 2025-11-10, 38.3", "'', 2026-03-25, 15", "'', '', 15", "nightly, 2026-01, 38.3"})
    void earlierVersionsSampledOtherwise(String version, String date, double bytes) {
        Map<Knob, Double> kept = CALIBRATED.memoryOf("vllm", version, date);
        assertThat(plan("vllm", "h100-sxm", kept).assumptions().constants().samplerBytesPerLogit()).isEqualTo(bytes);
        assertThat(CALIBRATED.memoryOf("vllm-v0", version, date)).isEmpty();
    }

    // vLLM's log: 0.25 GiB non-torch; whoever states a reserve means all that is kept, unless the sampler is stated too
    @Test
    void aReserveOfThePlansOwnTakesThePlaceOfTheEngines() {
        Assumptions engine = plan("vllm", "h100-sxm", Map.of()).assumptions();
        assertThat(engine.constants().reserveBytes()).isEqualTo(2.7e8);
        assertThat(engine.constants().samplerBytesPerLogit()).isEqualTo(15);
        Assumptions own = engine.with(Knob.RESERVE, 1.6e9);
        assertThat(own.constants().reserveBytes()).isEqualTo(1.6e9);
        assertThat(own.constants().samplerBytesPerLogit()).isZero();
        assertThat(own.constants().reserveInGroupBytes()).isZero();
        assertThat(own.with(Knob.SAMPLER_BYTES, 20).constants().samplerBytesPerLogit()).isEqualTo(20);
        assertThat(own.without(Knob.RESERVE)).isEqualTo(engine);
    }

    private static Plan plan(String engine, String gpu, Map<Knob, Double> given) {
        GpuSpec card = CATALOG.gpu(gpu).orElseThrow();
        return Plan.of("engine", CATALOG.model("llama-3.1-8b").orElseThrow(), Hardware.of(card),
                new Assumptions(CALIBRATED, engine, given));
    }
}
