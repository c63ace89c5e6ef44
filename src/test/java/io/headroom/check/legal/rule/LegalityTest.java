package io.headroom.check.legal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.Provenance;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.Finding.Severity;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Outcome;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Expected findings were computed by hand from the published architectures: Llama-3.1-8B has 32 heads, 8 KV heads,
 * FFN 14 336, vocabulary 128 256, 32 layers; Qwen3-235B 64 heads, 4 KV heads, 128 experts of 1 536, 94 layers.
 */
class LegalityTest {

    private static final String LLAMA = "llama-3.1-8b";
    private static final String QWEN = "qwen3-235b-a22b";
    private static final String H100 = "h100-sxm";

    static Stream<Arguments> brokenRules() {
        Plan llama = SamplePlan.of(LLAMA, H100);
        return Stream.of(
                broken(SamplePlan.of(QWEN, H100, 4, 1, 1, 6), Severity.ERROR, "groups.whole",
                        "EP 6 GPUs cannot be split into attention ranks of TP x CP = 4."),
                broken(SamplePlan.of(QWEN, H100, 4, 1, 1, 3), Severity.ERROR, "groups.whole",
                        "TP x CP = 4 GPUs cannot be split into expert groups of EP 3."),
                broken(SamplePlan.of(LLAMA, H100, 1, 33, 1, 1), Severity.ERROR, "stages.layers",
                        "PP 33 stages are more than the model's 32 layers."),
                broken(stages(llama, 2, 16, 15), Severity.ERROR, "stages.list",
                        "layersPerStage [16, 15] holds 31 layers; the model has 32."),
                broken(stages(llama, 3, 16, 16), Severity.ERROR, "stages.list",
                        "layersPerStage names 2 stages; PP is 3."),
                broken(stages(llama, 2, 32, 0), Severity.ERROR, "stages.list",
                        "layersPerStage [32, 0]: every stage needs at least one layer."),
                broken(SamplePlan.of(LLAMA, H100, 5, 1, 1, 1), Severity.ERROR, "heads.tensor",
                        "32 heads / TP 5 is not whole."),
                broken(SamplePlan.of(LLAMA, H100, 16, 1, 1, 1), Severity.NOTE, "kvHeads.tensor",
                        "TP 16 is more than 8 KV heads: every KV head is kept 2 times (16 / 8)."),
                broken(SamplePlan.of(QWEN, H100, 6, 1, 1, 1), Severity.ERROR, "kvHeads.tensor",
                        "4 KV heads / TP 6 is not whole, nor is 6 / 4: they can be neither shared nor copied "
                                + "evenly."),
                broken(SamplePlan.of(LLAMA, H100, 1, 1, 1, 8), Severity.ERROR, "experts.dense",
                        "EP 8 on a dense model: it has 0 experts to share."),
                broken(SamplePlan.of(QWEN, H100, 1, 1, 1, 256), Severity.ERROR, "experts.expert",
                        "EP 256 is more than the 128 experts of a layer."),
                broken(SamplePlan.of(QWEN, H100, 1, 1, 1, 24), Severity.ERROR, "experts.expert",
                        "128 experts / EP 24 is not whole."),
                broken(SamplePlan.of(LLAMA, H100, 3, 1, 1, 1), Severity.ERROR, "ffn.tensor",
                        "14~336 columns of the FFN / TP 3 is not whole."),
                // W = 40, expert-TP = 40 / 8 = 5, 1536 / 5 = 307.2
                broken(SamplePlan.of(QWEN, H100, 40, 1, 1, 8), Severity.ERROR, "experts.width",
                        "1~536 columns of an expert / expert-TP 5 is not whole (40 GPUs of a stage / EP 8 = 5)."),
                // 128256 = 2^8 * 3 * 167, so 512 leaves 256
                broken(SamplePlan.of(LLAMA, H100, 512, 1, 1, 1), Severity.WARNING, "vocabulary.tensor",
                        "128~256 tokens of the vocabulary / TP 512 is not whole: engines pad it to 128~512."),
                broken(llama.withParallelism(Parallelism.SINGLE.withSequence(true)), Severity.WARNING,
                        "sequence.tensor", "SP is on at TP 1: it splits the activations of TP's group, and a group "
                                + "of 1 leaves nothing to split."),
                broken(llama.withWorkload(llama.workload().withInputTokens(131_000)), Severity.WARNING,
                        "context.model", "131~000 input + 256 output tokens = 131~256 are more than the model's "
                                + "context of 131~072."),
                broken(range(llama, 128, 131_072), Severity.WARNING, "context.model", "The longest request: 131~072 "
                        + "input + 256 output tokens = 131~328 are more than the model's context of 131~072."),
                // ceil(1 048 576 / 511) = 2053
                broken(llama.withWorkload(llama.workload().withInputTokens(1 << 20).withMaxBatchedTokens(511)), Severity.ERROR,
                        "prompt.passes", "1~048~576 input tokens in passes of 511 are 2~053 passes; at most 2~048 are "
                                + "estimated."),
                broken(SamplePlan.of(LLAMA, H100, 16, 1, 1, 1), Severity.WARNING, "tensor.node",
                        "TP 16 crosses nodes of 8 GPUs: its all-reduces run at 50.0 GB/s a GPU instead of 450 GB/s."),
                // EP 16 / TP 2 = attention-DP 8, 10 * 8 = 80 ranks for 64 requests
                broken(SamplePlan.of(QWEN, H100, 2, 1, 10, 16), Severity.WARNING, "requests.ranks",
                        "64 concurrent requests for DP 10 × attention-DP 8 = 80 ranks: 16 ranks have none."),
                // ceil(64 / 32) = 2 sequences a rank
                broken(SamplePlan.of(LLAMA, H100, 1, 4, 32, 1), Severity.WARNING, "requests.stages",
                        "64 requests on 32 ranks are 2 micro-batches at most for 4 stages: 2 of them always wait in "
                                + "decode."),
                broken(SamplePlan.of(LLAMA, "a100-sxm-80").withPrecision(llama.precision()
                        .withWeights(NumberFormat.FP8)), Severity.WARNING, "precision.hardware",
                        "Weights in FP8 compute in BF16 on "),
                // 25 + 3 * 23 = 94
                broken(SamplePlan.of(QWEN, H100, 4, 4, 1, 1).withParallelism(Parallelism.SINGLE.withPipeline(4)
                        .withLayersPerStage(List.of(25, 23, 23, 23))), Severity.NOTE, "stages.spread",
                        "layersPerStage [25, 23, 23, 23]: spread 2 layers, the fullest stage has 25; balanced it "
                                + "would have 24."),
                broken(SamplePlan.of("deepseek-v3", H100, 2, 1, 1, 1), Severity.NOTE, "kvHeads.tensor",
                        "Latent attention has no KV heads to share: every GPU of TP 2 keeps the whole cache, 2 copies"),
                // 14336 / 32 = 448 = 3.5 * 128; 1536 / 8 = 192 = 1.5 * 128: the case that vLLM refuses for Qwen3-235B
                broken(fp8(SamplePlan.of(LLAMA, H100, 32, 1, 1, 1)), Severity.WARNING, "blocks.ffn",
                        "14~336 columns of the FFN / TP 32 = 448, not a multiple of 128"),
                broken(fp8(SamplePlan.of(QWEN, H100, 8, 1, 1, 1)), Severity.WARNING, "blocks.experts",
                        "1~536 columns of an expert / expert-TP 8 = 192, not a multiple of 128"),
                // gpt-oss-20b: 2880 -> 3072 and 2880 / 2 = 1440 -> 1536 by vLLM's Marlin kernels, * 1.13778
                broken(onVllm(SamplePlan.of("gpt-oss-20b", H100, 2, 1, 1, 1)), Severity.NOTE, "experts.padding",
                        "The engine's kernels pad experts to 3~072\u00a0×\u00a01~536 on a GPU: the experts' weights take 13.8 % more "
                                + "memory."),
                broken(stated(8_030_261_248.0 * 1.051, Double.NaN, LLAMA), Severity.WARNING, "size.total",
                        "The model is stated to have 8.44 B parameters; its dimensions make 8.03 B, 1.05× fewer."),
                // the 10B of a public plan whose own dimensions make 0.42 B is 24 times off; here 8.03 / 0.8 = 10.04
                broken(stated(0.8e9, Double.NaN, LLAMA), Severity.WARNING, "size.total",
                        "The model is stated to have 800 M parameters; its dimensions make 8.03 B, 10.0× more."),
                broken(stated(Double.NaN, 30e9, QWEN), Severity.WARNING, "size.active",
                        "The model is stated to have 30.0 B active parameters"));
    }

    /** The other side of every limit: the same rules, kept, with their arithmetic. */
    static Stream<Arguments> keptRules() {
        Plan llama = SamplePlan.of(LLAMA, H100);
        Workload w = llama.workload();
        return Stream.of(
                kept(SamplePlan.of(QWEN, H100, 4, 1, 1, 8), "groups.whole", "TP × CP = 4 and EP 8 share 8 GPUs a "
                        + "stage: attention-DP 2, expert-TP 1; 8 × PP 1 × DP 1 = 8 GPUs."),
                kept(SamplePlan.of(QWEN, H100, 4, 2, 4, 16), "groups.whole", "TP × CP = 4 and EP 16 share 16 GPUs a "
                        + "stage: attention-DP 4, expert-TP 1; 16 × PP 2 × DP 4 = 128 GPUs."),
                kept(SamplePlan.of(LLAMA, H100, 1, 32, 1, 1), "stages.layers", "32 layers over PP 32: 1 a stage."),
                kept(SamplePlan.of(QWEN, H100, 1, 4, 1, 1), "stages.layers", "94 layers over PP 4: 23 or 24 a stage."),
                kept(SamplePlan.of(QWEN, H100).withParallelism(Parallelism.SINGLE.withPipeline(4)
                        .withLayersPerStage(List.of(24, 23, 24, 23))), "stages.spread",
                        "layersPerStage [24, 23, 24, 23] holds all 94 layers; spread 1."),
                kept(SamplePlan.of(LLAMA, H100, 4, 1, 1, 1), "heads.tensor", "32 heads / TP 4 = 8."),
                kept(SamplePlan.of(LLAMA, H100, 8, 1, 1, 1), "kvHeads.tensor", "8 KV heads / TP 8 = 1."),
                kept(SamplePlan.of("deepseek-v3", H100), "kvHeads.tensor",
                        "Latent attention at TP 1: one copy of the cache."),
                kept(SamplePlan.of("qwen3-next-80b-a3b", H100, 2, 1, 1, 1), "linearHeads.tensor",
                        "32 value heads of the linear layers / TP 2 = 16."),
                kept(SamplePlan.of(QWEN, H100, 1, 1, 1, 128), "experts.expert",
                        "128 experts / EP 128 = 1 of every layer on a GPU."),
                kept(SamplePlan.of(LLAMA, H100, 2, 1, 1, 1), "ffn.tensor", "14~336 columns of the FFN / TP 2 = 7~168."),
                kept(SamplePlan.of(QWEN, H100, 4, 1, 1, 1), "experts.width",
                        "1~536 columns of an expert / expert-TP 4 = 384."),
                kept(fp8(SamplePlan.of(LLAMA, H100, 16, 1, 1, 1)), "blocks.ffn",
                        "14~336 columns of the FFN / TP 16 = 896 = 7 FP8 blocks of 128."),
                kept(fp8(SamplePlan.of(QWEN, H100, 4, 1, 1, 1)), "blocks.experts",
                        "1~536 columns of an expert / expert-TP 4 = 384 = 3 FP8 blocks of 128."),
                kept(SamplePlan.of(LLAMA, H100, 256, 1, 1, 1), "vocabulary.tensor",
                        "128~256 tokens of the vocabulary / TP 256 = 501."),
                kept(llama.withParallelism(Parallelism.SINGLE.withTensor(2).withSequence(true)), "sequence.tensor",
                        "SP splits the residual stream over TP 2 and adds no GPU."),
                kept(llama.withWorkload(w.withInputTokens(1 << 20).withMaxBatchedTokens(512)), "prompt.passes",
                        "1~048~576 input tokens in passes of 512: 2~048."),
                kept(llama.withWorkload(w.withInputTokens(130_816)), "context.model", "130~816 input + 256 output "
                        + "tokens = 131~072, within the model's context of 131~072."),
                kept(SamplePlan.of(LLAMA, H100, 8, 1, 1, 1), "tensor.node",
                        "TP 8 stays inside a node of 8 GPUs, at 450 GB/s a GPU."),
                // EP 16 / TP 2 = attention-DP 8, 8 * 8 = 64 ranks
                kept(SamplePlan.of(QWEN, H100, 2, 1, 8, 16), "requests.ranks",
                        "64 concurrent requests for 64 ranks: 1 a rank at most."),
                kept(SamplePlan.of(LLAMA, H100, 1, 4, 16, 1), "requests.stages",
                        "4 sequences a rank are enough for 4 micro-batches, one a stage."),
                kept(fp8(llama), "precision.hardware", "Weights in FP8: "),
                kept(stated(8_030_261_248.0 * 1.049, Double.NaN, LLAMA), "size.total",
                        "Stated 8.42 B parameters; the dimensions make 8.03 B."),
                kept(SamplePlan.of(QWEN, H100), "size.active", "Stated 22.0 B active parameters; the dimensions make "));
    }

    @ParameterizedTest
    @MethodSource("keptRules")
    void saysWhyARuleHolds(Plan plan, String rule, String text) {
        assertThat(Legality.holdings(plan)).anySatisfy(holding -> {
            assertThat(holding.rule()).isEqualTo(rule);
            assertThat(holding.text()).startsWith(text);
            assertThat(holding.source()).isNotBlank();
        });
        assertThat(Legality.check(plan)).noneMatch(finding -> finding.rule().equals(rule));
    }

    /** What says nothing where it holds: no list, no missing figure, no EP on a dense model, no padding. */
    @Test
    void everyRuleIsTestedOnBothSides() {
        List<String> all = Legality.RULES.stream().map(Rule::id).toList();
        List<String> brokenHere = brokenRules().map(a -> (String) a.get()[2]).toList();
        List<String> keptHere = keptRules().map(a -> (String) a.get()[1]).toList();
        Plan ordinary = SamplePlan.of("llama-3.1-70b", H100, 8, 1, 1, 1);

        assertThat(all).doesNotHaveDuplicates();
        assertThat(all).allMatch(id -> brokenHere.contains(id)
                || List.of("hardware.figures", "hardware.links", "linearHeads.tensor").contains(id));
        assertThat(all).allMatch(id -> keptHere.contains(id)
                || List.of("hardware.figures", "hardware.links", "stages.list", "experts.dense", "experts.padding").contains(id));
        assertThat(Legality.check(ordinary)).isEmpty();
    }

    /** Qwen3-Next's linear layers have 32 value and 16 key heads: TP 32 splits the one and not the other. */
    @Test
    void linearLayersAreSplitByTheirOwnHeads() {
        assertThat(Legality.check(SamplePlan.of("qwen3-next-80b-a3b", H100, 32, 1, 1, 1)))
                .filteredOn(f -> f.rule().equals("linearHeads.tensor")).extracting(Finding::text)
                .containsExactly("16 key heads of the linear layers / TP 32 is not whole.");
    }

    /** No model of the catalogue strays from its own published size. */
    @Test
    void publishedSizesOfTheCatalogueHold() {
        SamplePlan.CATALOG.models().forEach(model -> assertThat(Legality.check(SamplePlan.of(model.id(), H100)))
                .as(model.id()).noneMatch(f -> f.rule().startsWith("size.total")));
    }

    private static Plan onVllm(Plan plan) {
        return plan.withPrecision(plan.precision().withExperts(NumberFormat.MXFP4))
                .withAssumptions(new Assumptions(plan.assumptions().profile(), "vllm", Map.of()));
    }

    private static Plan fp8(Plan plan) {
        return plan.withPrecision(plan.precision().withWeights(NumberFormat.FP8));
    }

    private static Plan stated(double total, double active, String model) {
        Plan plan = SamplePlan.of(model, H100);
        ModelSpec m = plan.model();
        return plan.withModel(new ModelSpec(m.id(), m.name(), m.shape(),
                new ModelSpec.Published(total, active, ""), Provenance.USER));
    }

    private static Arguments kept(Plan plan, String rule, String text) {
        return Arguments.of(plan, rule, text.replace('~', '\u2009'));
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void namesTheBrokenRuleWithItsArithmetic(Plan plan, Severity severity, String rule, String text) {
        assertThat(Legality.check(plan)).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.text()).startsWith(text);
            assertThat(finding.source()).isNotBlank();
        });
    }

    @Test
    void findsNothingInAnOrdinaryPlan() {
        assertThat(Legality.check(SamplePlan.of("llama-3.1-70b", H100, 8, 1, 1, 1))).isEmpty();
    }

    @Test
    void weightOnlyFormatsAreNoFallBack() {
        Plan plan = SamplePlan.of(LLAMA, H100);
        assertThat(Legality.check(plan.withPrecision(plan.precision().withWeights(NumberFormat.INT4)))).isEmpty();
    }

    @Test
    void namesEveryFigureThatTheCatalogueLacks() {
        assertThat(Legality.check(SamplePlan.of(LLAMA, "tpu7x"))).filteredOn(Finding::isError)
                .extracting(Finding::rule).contains("hardware.figures");
    }

    @Test
    void tellsErrorsFirst() {
        List<Severity> severities = Legality.check(SamplePlan.of(LLAMA, H100, 12, 1, 128, 2)).stream()
                .map(Finding::severity).toList();
        assertThat(severities).contains(Severity.ERROR, Severity.WARNING).isSorted();
    }

    /** The estimator refuses by conditions of its own: each must be a broken rule too, or a window would show nothing. */
    @Test
    void whateverTheEstimatorRefusesBreaksARule() {
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            Plan plan = randomPlan(random);
            if (Estimator.estimate(plan) instanceof Outcome.Refused) {
                refused++;
                assertThat(Legality.check(plan)).as("%s", plan.parallelism()).anyMatch(Finding::isError);
            }
        }
        assertThat(refused).isBetween(300, 2700);
    }

    private static Plan randomPlan(Random random) {
        String model = random.nextBoolean() ? LLAMA : QWEN;
        String gpu = random.nextInt(10) == 0 ? "tpu7x" : "plan-generic-64g";
        Plan plan = SamplePlan.of(model, gpu, 1 + random.nextInt(9), 1 + random.nextInt(40), 1, 1 + random.nextInt(9));
        return random.nextInt(4) > 0 ? plan
                : plan.withParallelism(plan.parallelism().withLayersPerStage(
                        List.of(random.nextInt(3) * 16, random.nextInt(95))));
    }

    private static Plan stages(Plan plan, int pipeline, Integer... layers) {
        return plan.withParallelism(Parallelism.SINGLE.withPipeline(pipeline).withLayersPerStage(List.of(layers)));
    }

    private static Plan range(Plan plan, int min, int max) {
        Workload w = plan.workload();
        return plan.withWorkload(new Workload(w.concurrentRequests(), w.inputTokens(), w.outputTokens(),
                new Workload.TokenRange(min, max), w.arrivalRatePerSecond(), w.maxBatchedTokens(),
                w.maxConcurrentSequences()));
    }

    /** ~ stands for the thin space U+2009. */
    private static Arguments broken(Plan plan, Severity severity, String rule, String text) {
        return Arguments.of(plan, severity, rule, text.replace('~', '\u2009'));
    }
}
