package io.headroom.estimate.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.Profile;
import io.headroom.catalog.engine.EngineSpec;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Experts of gpt-oss (2880 x 2880) by vLLM's create_weights: Marlin pads the residual stream to 256 (3072) and the columns
 * of a rank to 128, FlashInfer on compute capability 10 and ROCm both to 256.
 */
class PaddingTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final String GPT = "gpt-oss-120b";
    private static final double GIB = 1 << 30;
    private static final Set<Metric> MOVED = EnumSet.of(Metric.MEMORY_WEIGHTS, Metric.MEMORY_TOTAL,
            Metric.MEMORY_UTILIZATION, Metric.KV_CAPACITY_TOKENS, Metric.BATCH_MAX, Metric.CONTEXT_MAX);

    // by hand: 2880 -> 2944, 1440 -> 1536, 720 -> 768, 360 -> 384; EP leaves experts whole; TP 4 and EP 2 halve them
    @ParameterizedTest
    @CsvSource({"h100-sxm, 1, 1, 3072, 2944", "h100-sxm, 2, 1, 3072, 1536", "h100-sxm, 4, 1, 3072, 768",
        "h100-sxm, 8, 1, 3072, 384", "h100-sxm, 2, 2, 3072, 2944", "h100-sxm, 4, 2, 3072, 1536",
        "h100-sxm, 1, 4, 3072, 2944", "a100-sxm-80, 1, 1, 3072, 2944", "rtx-4090, 1, 1, 3072, 2944",
        "rtx-5090, 1, 1, 3072, 2944", "b200-sxm, 1, 1, 3072, 3072", "gb300-nvl72, 2, 1, 3072, 1536",
        "mi300x, 1, 1, 3072, 3072", "mi355x, 8, 1, 3072, 512"})
    void sizesRoundedUpOnEveryGpu(String gpu, int tensor, int expert, double hidden, double width) {
        Padding padding = padding(plan(GPT, gpu, "vllm", tensor, expert));
        assertThat(padding.hidden()).isEqualTo(hidden);
        assertThat(padding.width()).isEqualTo(width);
        double shard = expert >= tensor ? 2880 : 2880.0 * expert / tensor;
        assertThat(padding.factor()).isCloseTo(hidden * width / (2880 * shard), within(1e-12));
    }

    // Qwen3-30B-A3B: 2048 = 8 * 256, 768 = 6 * 128, but 768 / 4 = 192 -> 256
    @Test
    void wholeTilesAreNotPadded() {
        assertThat(padding(mxfp4(plan("qwen3-30b-a3b", "h100-sxm", "vllm", 1, 1)))).isNull();
        assertThat(padding(mxfp4(plan("qwen3-30b-a3b", "h100-sxm", "vllm", 4, 1))).factor())
                .isCloseTo(256 / 192.0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"gpt-oss-120b, h100-sxm, , mxfp4", "gpt-oss-120b, h100-sxm, sglang, mxfp4",
        "gpt-oss-120b, h100-sxm, trtllm, mxfp4", "gpt-oss-120b, h100-sxm, vllm-v0, mxfp4",
        "gpt-oss-120b, h100-sxm, vllm, bf16", "gpt-oss-120b, h100-sxm, vllm, int4", "gpt-oss-120b, h100-sxm, vllm, nvfp4",
        "gpt-oss-120b, v100-sxm-32, vllm, mxfp4", "gpt-oss-120b, gaudi3, vllm, mxfp4",
        "llama-3.1-8b, h100-sxm, vllm, mxfp4", "deepseek-v3, b200-sxm, vllm, fp8"})
    void whatNoRuleNamesStaysToTheLastBit(String model, String gpu, String engine, String format) {
        Plan plan = plan(model, gpu, engine, 2, 1);
        plan = plan.withPrecision(plan.precision().withExperts(format(format)));
        assertThat(padding(plan)).isNull();
        if (Estimator.estimate(plan) instanceof Estimate padded) {
            Estimate plain = estimate(unpadded(plan));
            for (Metric metric : Metric.values()) {
                assertThat(padded.get(metric)).as(metric.id()).isEqualTo(Double.valueOf(plain.get(metric)));
            }
        }
    }

    // (60.693 - 56.729) + 56.729 * 3072 * 2944 / 2880^2 GiB; TP 2 of 30.359, of which 28.364 are experts, * 3072 * 1536 /
    // (2880 * 1440)
    @ParameterizedTest
    @CsvSource({"1, 60.692988, 65.819758", "2, 30.359049, 34.267161", "4, 15.192080, 17.146136"})
    void onlyTheExpertsGrow(int tensor, double gibPlain, double gibPadded) {
        Plan plan = plan(GPT, "h100-sxm", "vllm", tensor, 1);
        assertThat(estimate(unpadded(plan)).get(Metric.MEMORY_WEIGHTS) / GIB).isCloseTo(gibPlain, within(1e-5));
        assertThat(estimate(plan).get(Metric.MEMORY_WEIGHTS) / GIB).isCloseTo(gibPadded, within(1e-5));
    }

    @Test
    void onlyMemoryGrows() {
        Plan plan = plan(GPT, "h100-sxm", "vllm", 1, 1);
        plan = plan.withWorkload(plan.workload().withConcurrentRequests(4));
        Estimate padded = estimate(plan);
        Estimate plain = estimate(unpadded(plan));
        for (Metric metric : Metric.values()) {
            if (MOVED.contains(metric)) {
                assertThat(padded.get(metric)).as(metric.id()).isNotEqualTo(plain.get(metric));
            } else {
                assertThat(padded.get(metric)).as(metric.id()).isEqualTo(Double.valueOf(plain.get(metric)));
            }
        }
    }

    private static Padding padding(Plan plan) {
        return new Deployment(plan).padding;
    }

    private static Estimate estimate(Plan plan) {
        return (Estimate) Estimator.estimate(plan);
    }

    private static Plan unpadded(Plan plan) {
        Profile profile = plan.assumptions().profile();
        Map<String, EngineSpec> engines = new LinkedHashMap<>();
        profile.engineSpecs().forEach((id, e) -> engines.put(id, new EngineSpec(e.id(), e.name(), e.limits(), e.largeLimits(),
                e.largeHbmBytes(), e.notLarge(), List.of(), e.earlier(), e.source())));
        return plan.withAssumptions(plan.assumptions().withProfile(profile.withEngineSpecs(engines)));
    }

    private static Plan mxfp4(Plan plan) {
        return plan.withPrecision(plan.precision().withExperts(NumberFormat.MXFP4));
    }

    private static NumberFormat format(String key) {
        return List.of(NumberFormat.values()).stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
    }

    // MFU 0.6, MBU 0.8, no overheads: the profile "plan"
    private static Plan plan(String model, String gpu, String engine, int tensor, int expert) {
        return mxfp4(Plan.of("padding", CATALOG.model(model).orElseThrow(), Hardware.of(CATALOG.gpu(gpu).orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), engine, Map.of()))
                .withParallelism(new Parallelism(tensor, 1, 1, expert, 1, false, List.of())));
    }
}
