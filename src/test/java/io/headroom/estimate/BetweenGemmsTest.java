package io.headroom.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.pass.Part;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands between GEMMs, and GEMMs of FP8 weights with a scale a block; expected values by hand. */
class BetweenGemmsTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final double BANDWIDTH = 0.8 * 3.35e12;

    /**
     * Qwen3-32B in bf16, a prompt of 1,024: rotary embedding reads and writes 64 + 2 * 8 heads of 128, SwiGLU reads 2 and writes 1
     * of 25,600; 2 bytes each, 64 layers.
     */
    @Test
    void aDenseLayerMovesRotaryEmbeddingAndActivationFunction() {
        double bytes = 64 * 1024.0 * 2 * (2 * 80 * 128 + 3 * 25_600);
        assertThat(unfused(plan("qwen3-32b", NumberFormat.BF16))).isCloseTo(bytes / BANDWIDTH, within(1e-9));
    }

    /** In FP8 each element that a GEMM reads is read in 2 bytes and written in 1 before: 5,120 + 8,192 and 5,120 + 25,600 a token. */
    @Test
    void narrowWeightsNeedQuantizedActivations() {
        double bytes = 64 * 1024.0 * (2 * (2 * 80 * 128 + 3 * 25_600) + 3 * (5120 + 8192 + 5120 + 25_600));
        assertThat(unfused(plan("qwen3-32b", NumberFormat.FP8))).isCloseTo(bytes / BANDWIDTH, within(1e-9));
        // int4 is unpacked to bf16 inside the GEMM
        assertThat(unfused(plan("qwen3-32b", NumberFormat.INT4))).isEqualTo(unfused(plan("qwen3-32b", NumberFormat.BF16)));
    }

    /** Two GPUs share heads and FFN, quantizing of the stream is done by both: (128 * 80 + 3 * 25,600) halved, 5,120 whole. */
    @Test
    void tensorParallelismSharesWhatIsSplit() {
        Plan plan = plan("qwen3-32b", NumberFormat.FP8);
        Plan two = plan.withParallelism(Parallelism.SINGLE.withTensor(2));
        double bytes = 64 * 1024.0 * (2 * (2 * 40 * 128 + 3 * 12_800) + 3 * (5120 + 4096 + 5120 + 12_800));
        assertThat(unfused(two)).isCloseTo(bytes / BANDWIDTH, within(1e-9));
    }

    /**
     * Mixtral-8x7B, 2 rows a token: 4 times 4,096 and twice 3 widths of 14,336, read and written in 2 bytes; the sum of a token is
     * read and written once. 48 heads have rotary embedding.
     */
    @Test
    void rowsAreBroughtToTheirExperts() {
        double bytes = 32 * 1024.0 * (2 * 2 * 48 * 128 + 2 * (4 * 4096 + 6 * 14_336) * (2 + 2) + 2 * 4096 * 2);
        assertThat(unfused(plan("mixtral-8x7b", NumberFormat.BF16))).isCloseTo(bytes / BANDWIDTH, within(1e-9));
    }

    /** In FP8 they are read in 2 bytes and written in 1; 4,096 and 4,096 of attention are quantized too. */
    @Test
    void rowsAreQuantizedForTheirExperts() {
        double bytes = 32 * 1024.0 * (2 * 2 * 48 * 128 + 3 * (4096 + 4096) + 2 * (4 * 4096 + 6 * 14_336) * (2 + 1) + 2 * 4096 * 2);
        assertThat(unfused(plan("mixtral-8x7b", NumberFormat.FP8))).isCloseTo(bytes / BANDWIDTH, within(1e-9));
    }

    /** 8 experts, 2 chosen by each of 32 tokens: 8 rows each, with 16 half-speed rows 8 / 24 of MFU, with 48 of their own 8 / 56. */
    @Test
    void groupedGemmsNeedMoreRows() {
        Plan bare = plan("mixtral-8x7b", NumberFormat.BF16);
        Plan plan = bare.withWorkload(bare.workload().withInputTokens(32));
        Assumptions one = plan.assumptions().with(Knob.GEMM_HALF_ROWS, 16).with(Knob.MFU, 0.01);
        double slow = part(plan.withAssumptions(one.with(Knob.EXPERT_HALF_ROWS, 48)), Part.EXPERTS);
        // 7.9992 of the experts have rows
        assertThat(slow / part(plan.withAssumptions(one), Part.EXPERTS)).isCloseTo(56.0 / 24, within(1e-3));
    }

    @Test
    void aShareOfItIsThatShareOfItsTime() {
        Plan plan = plan("deepseek-v3", NumberFormat.FP8);
        double whole = unfused(plan);
        double half = elementwise(plan.withAssumptions(plan.assumptions().with(Knob.UNFUSED_SHARE, 0.5))) - elementwise(plan);
        assertThat(half).isCloseTo(whole / 2, within(1e-12));
    }

    /** MFU 0.6 * 0.5 with blocks; only FP8 has them, and only where the model's checkpoint does. */
    @Test
    void weightsWithAScaleABlockReachAShareOfMfu() {
        assertThat(slowdown("qwen3-32b", NumberFormat.FP8)).isCloseTo(2, within(0.02));
        assertThat(slowdown("qwen3-32b", NumberFormat.BF16)).isEqualTo(1);
        assertThat(slowdown("llama-3.1-70b", NumberFormat.FP8)).isEqualTo(1);
    }

    /** Time of the GEMMs of a prompt at half of the MFU for blocks; the LM head of one row stays as it is. */
    private static double slowdown(String model, NumberFormat weights) {
        Plan plan = plan(model, weights);
        Plan half = plan.withAssumptions(plan.assumptions().with(Knob.BLOCK_SCALED_MFU, 0.5));
        return part(half, Part.GEMM) / part(plan, Part.GEMM);
    }

    private static double unfused(Plan plan) {
        return elementwise(plan.withAssumptions(plan.assumptions().with(Knob.UNFUSED_SHARE, 1))) - elementwise(plan);
    }

    private static double elementwise(Plan plan) {
        return part(plan, Part.ELEMENTWISE);
    }

    private static double part(Plan plan, Part part) {
        return ((Estimate) Estimator.estimate(plan)).prefill().aloneParts()[part.ordinal()];
    }

    private static Plan plan(String model, NumberFormat weights) {
        Plan plan = Plan.of("between", CATALOG.model(model).orElseThrow(), Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()));
        return plan.withPrecision(new Precision(weights, weights, NumberFormat.BF16, NumberFormat.BF16))
                .withWorkload(plan.workload().withConcurrentRequests(1).withInputTokens(1024).withOutputTokens(16));
    }
}
