package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.Knob;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.Profile;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.estimate.memory.MemoryEstimate;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an engine leaves for keys and values, against deployments that print it and by hand. */
class KvCapacityTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Profile CALIBRATED = CATALOG.profile("calibrated").orElseThrow();
    private static final String KV = "k,%s,%s,%d,%d,1,1,1,%s,bf16,bf16,,,,,memory_gb,GiB KV available per GPU,50,%s";
    private static final double GIB = 1 << 30;
    // Llama-3.1-8B: 8,030,261,248 parameters of 2 bytes, 128,256 tokens of vocabulary
    private static final double WEIGHTS = 8_030_261_248.0 * 2;
    private static final double LOGITS_OF_256 = 36.0 * 256 * 128_256;
    // 0.06 GiB "non_torch" of vLLM alone, 0.27 with a tensor-parallel group
    private static final double OUTSIDE = 6.4e7;
    private static final double GROUP = 2.25e8;

    // the only row that gives the card's exact bytes, the engine's limits and the tokens: vLLM 0.19 of LLMServingSim
    @Test
    void tokensOfTheRunThatSaysEverythingAreWithinThreePercent() {
        ValidatedRow row = only(Rows.byId().get("lssmem:Llama-3.1-8B-RTX4090"));
        assertThat(row.measured()).isEqualTo(41_408);
        assertThat(Math.abs(row.error())).isLessThan(0.03);
    }

    @Test
    void aLargeCardTriesFourTimesAsManySequencesAsAnA100() {
        ValidatedRow h100 = only(KV.formatted("Llama-3.1-8B", "H100", 1, 1, "vLLM", ""));
        ValidatedRow a100 = only(KV.formatted("Llama-3.1-8B", "A100-80GB", 1, 1, "vLLM", ""));
        assertThat(h100.estimated()).isCloseTo(
                (0.9 * memory(h100) - WEIGHTS - 4 * LOGITS_OF_256 - OUTSIDE) / GIB, within(1e-6));
        assertThat(a100.estimated()).isCloseTo(
                (0.9 * memory(a100) - WEIGHTS - LOGITS_OF_256 - OUTSIDE) / GIB, within(1e-6));
    }

    @Test
    void aRowThatSaysItsSequencesIsTakenAtItsWord() {
        ValidatedRow h100 = only(KV.formatted("Llama-3.1-8B", "H100", 1, 1, "vLLM", "max_num_seqs 512"));
        assertThat(h100.estimated()).isCloseTo(
                (0.9 * memory(h100) - WEIGHTS - 2 * LOGITS_OF_256 - OUTSIDE) / GIB, within(1e-6));
    }

    @Test
    void flagsAndKeysSayTheSame() {
        String text = "%s 0.85; %s=512; %s %s";
        assertThat(only(KV.formatted("Llama-3.1-8B", "H100", 1, 1, "vLLM", text.formatted("--gpu-memory-utilization",
                "--max-num-seqs", "--max-num-batched-tokens", "16384"))).estimated()).isEqualTo(
                only(KV.formatted("Llama-3.1-8B", "H100", 1, 1, "vLLM", text.formatted("gpu_memory_utilization",
                "max_num_seqs", "max_num_batched_tokens", "16384"))).estimated());
        ValidatedRow flags = only(KV.formatted("Llama-3.1-8B", "H100", 1, 1, "vLLM",
                "\"--gpu-memory-utilization 0.85 --max-num-seqs 1,024\""));
        assertThat(flags.estimated()).isCloseTo(
                (0.85 * memory(flags) - WEIGHTS - 4 * LOGITS_OF_256 - OUTSIDE) / GIB, within(1e-6));
    }

    // the vocabulary is not split: each rank of two samples from all 128,256 tokens, and NCCL takes its buffers
    @Test
    void tensorParallelismDoesNotShareTheWorkspace() {
        ValidatedRow one = only(KV.formatted("Llama-3.1-8B", "H100", 1, 1, "vLLM", ""));
        ValidatedRow two = only(KV.formatted("Llama-3.1-8B", "H100", 2, 2, "vLLM", ""));
        assertThat(two.estimated() - one.estimated()).isCloseTo((WEIGHTS / 2 - GROUP) / GIB, within(0.01));
    }

    // the profile's reserve of 1.6 GB and the tensors of a pass of 8,192 tokens, as for every engine that nothing is known of
    @Test
    void otherEnginesKeepTheReserveOfTheProfile() {
        ValidatedRow row = only(KV.formatted("Llama-3.1-8B", "H100", 1, 1, "SGLang", ""));
        double tensors = 2 * 8192.0 * (2 * 4096 + 3 * 14_336) + 4 * 128_256;
        assertThat(row.estimated()).isCloseTo((0.9 * memory(row) - WEIGHTS - tensors - 1.6e9) / GIB, within(1e-6));
    }

    // LLMServingSim's meta.json of vLLM 0.19 on an RTX 4090: 41,408 tokens at 0.9 of 25,250,627,584 bytes; the window's plan
    // keeps its chunk of 8,192 tokens, whose tensors (0.84 GB) are less than the sampler of 256 sequences (1.18 GB)
    @Test
    void aPlanOnScreenHasTheTokensOfTheRun() {
        GpuSpec card = CATALOG.gpu("rtx-4090").orElseThrow().withMemory(25_250_627_584.0);
        Plan plan = Plan.of("screen", CATALOG.model("llama-3.1-8b").orElseThrow(), Hardware.of(card),
                new Assumptions(CALIBRATED, "vllm", Map.of()));
        assertThat(tokens(plan)).isCloseTo(41_408, withinPercentage(3));
        assertThat(tokens(plan.withAssumptions(plan.assumptions().with(Knob.RESERVE, 1.6e9))))
                .as("a reserve of the plan's own is all that is kept")
                .isEqualTo(Math.floor((0.9 * 25_250_627_584.0 - WEIGHTS - 2 * 8192.0 * (2 * 4096 + 3 * 14_336)
                        - 4 * 128_256 - 1.6e9) / (32 * 2 * 8 * 128 * 2) / 16) * 16);
    }

    // "Model loading took 65.9651 GiB" and "13.72 GiB": experts padded for Marlin; 60.69 and 12.80 GiB without
    @ParameterizedTest
    @CsvSource({"mem:gptoss120b-h100-weights-b, 65.9651", "mem:gptoss20b-a100-weights, 13.72"})
    void weightsOfGptOssAreThoseThatAreLoaded(String id, double gib) {
        ValidatedRow row = only(Rows.byId().get(id));
        assertThat(row.measured()).isEqualTo(gib);
        assertThat(row.estimated()).isCloseTo(gib, withinPercentage(1));
    }

    // the log of the first: "Available KV cache memory: -2.14 GiB", the engine does not start; with 0.95 of the card 1.71
    @Test
    void gptOssLeavesNothingForTheCacheOfOneH100() {
        Plan plan = Plan.of("screen", CATALOG.model("gpt-oss-120b").orElseThrow(),
                Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()), new Assumptions(CALIBRATED, "vllm", Map.of()));
        Plan mxfp4 = plan.withPrecision(plan.precision().withExperts(NumberFormat.MXFP4));
        assertThat(left(mxfp4) / GIB).isBetween(-2.14, 0.0);
        assertThat(tokens(mxfp4)).isZero();
        assertThat(((Estimate) Estimator.estimate(mxfp4)).memory().fits()).isFalse();
        assertThat(only(Rows.byId().get("mem:gptoss120b-h100-kvavail")).estimated())
                .as("0.7 GiB of the 80 GB").isCloseTo(1.71, within(0.7));
    }

    private static double left(Plan plan) {
        MemoryEstimate memory = ((Estimate) Estimator.estimate(plan)).memory();
        return memory.usableBytes() - memory.worst().weights() - memory.worst().activations() - memory.worst().reserve();
    }

    private static double memory(ValidatedRow row) {
        return row.configuration().plan().hardware().gpu().reportedBytes();
    }

    private static ValidatedRow only(Measurement m) {
        return Validation.run(List.of(m), CATALOG, CALIBRATED).rows().getFirst();
    }

    private static ValidatedRow only(String line) {
        return only(Rows.of(line).getFirst());
    }

    private static double tokens(Plan plan) {
        return ((Estimate) Estimator.estimate(plan)).get(Metric.KV_CAPACITY_TOKENS);
    }
}
