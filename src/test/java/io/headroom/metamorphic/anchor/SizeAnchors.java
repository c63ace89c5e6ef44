package io.headroom.metamorphic.anchor;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.metamorphic.Claims;
import io.headroom.metamorphic.Verdict;
import io.headroom.metamorphic.plans.Vary;
import java.util.List;

/** Parameters, KV cache and units: A1, A6, A8. */
final class SizeAnchors {

    /** Llama-3.1-8B: 32 layers x K and V x 8 heads x 128 elements x 2 bytes. */
    private static final double LLAMA_KV_BYTES = 131_072;

    private SizeAnchors() {
    }

    static List<Anchor> all() {
        return List.of(
                new Anchor("A1a", "parameters of published checkpoints, to the last one", SizeAnchors::parameters),
                new Anchor("A1b", "KV cache of Llama-3.1-8B 131,072 bytes a token, DeepSeek-V3 70,272",
                        SizeAnchors::kvCache),
                new Anchor("A1c", "active parameters of published mixtures of experts", SizeAnchors::active),
                new Anchor("A1d", "GPUs of published layouts", SizeAnchors::gpus),
                new Anchor("A1e", "gpt-oss-120b on vLLM: what it loads, and the experts of two ranks padded one by one",
                        SizeAnchors::padded),
                new Anchor("A6", "KV cache grows by the same for 16 tokens in or out", SizeAnchors::growth),
                new Anchor("A8a", "80 GB are not 80 GiB", SizeAnchors::units),
                new Anchor("A8b", "an 80 GB GPU has 80 * 10^9 bytes, of which calibrated plans fill 90 %",
                        SizeAnchors::capacity));
    }

    /**
     * Totals of the safetensors indexes of the published checkpoints. Not counted by this model, so taken off: norms of q
     * and k (2 x 128 a layer, Qwen3), biases of q, k and v (Qwen2.5), norms inside MLA and the router's correction
     * bias (DeepSeek).
     */
    private static Verdict parameters() {
        Claims c = new Claims();
        total(c, "llama-3.1-8b", 8_030_261_248.0);
        total(c, "llama-3.1-70b", 70_553_706_496.0);
        total(c, "llama-3.1-405b", 405_853_388_800.0);
        total(c, "mistral-7b", 7_241_732_096.0);
        total(c, "mistral-nemo-12b", 12_247_782_400.0);
        total(c, "mistral-large-123b", 122_610_069_504.0);
        total(c, "mixtral-8x7b", 46_702_792_704.0);
        total(c, "mixtral-8x22b", 140_620_634_112.0);
        total(c, "qwen3-0.6b", 596_049_920.0 - 28 * 256);
        total(c, "qwen3-8b", 8_190_735_360.0 - 36 * 256);
        total(c, "qwen3-14b", 14_768_307_200.0 - 40 * 256);
        total(c, "qwen3-32b", 32_762_123_264.0 - 64 * 256);
        total(c, "qwen3-30b-a3b", 30_532_122_624.0 - 48 * 256);
        total(c, "qwen3-235b-a22b", 235_093_634_560.0 - 94 * 256);
        total(c, "qwen2.5-7b", 7_615_616_512.0 - 28 * (3584 + 2 * 512));
        total(c, "qwen2.5-72b", 72_706_203_648.0 - 80 * (8192 + 2 * 1024));
        total(c, "deepseek-v2-lite", 15_706_484_224.0 - 27 * 512);
        total(c, "deepseek-v3", 671_026_419_200.0 - 61 * (1536 + 512) - 58 * 256);
        return c.verdict();
    }

    private static void total(Claims claims, String id, double parameters) {
        claims.same(id, parameters, estimate(Known.plan(id)).get(Metric.PARAMS_TOTAL));
    }

    private static Verdict kvCache() {
        // 1,024 tokens are whole blocks
        Claims c = new Claims();
        c.same("Llama-3.1-8B", 1024 * LLAMA_KV_BYTES,
                estimate(Known.plan("llama-3.1-8b", 1000, 24)).get(Metric.MEMORY_KV_CACHE));
        // DeepSeek-V3: 61 layers x (512 + 64) elements x 2 bytes, whatever the 128 heads
        c.same("DeepSeek-V3", 1024 * 70_272.0,
                estimate(Known.plan("deepseek-v3", 1000, 24)).get(Metric.MEMORY_KV_CACHE));
        c.same("DeepSeek-V3, TP 8", 1024 * 70_272.0, estimate(
                Vary.degrees(Known.plan("deepseek-v3", 1000, 24), 8, 1, 1, 1)).get(Metric.MEMORY_KV_CACHE));
        // Qwen3-235B has 4 KV heads: TP 8 leaves one on each GPU, not half a one, and TP 16 the same
        for (int t : new int[] {8, 16}) {
            c.same("Qwen3-235B, TP " + t, 1024 * 94 * 2 * 128 * 2.0, estimate(
                    Vary.degrees(Known.plan("qwen3-235b-a22b", 1000, 24), t, 1, 1, 1)).get(Metric.MEMORY_KV_CACHE));
        }
        // Qwen3-Next: 12 layers with a cache of 2 heads x 256; 36 with a state of 32 matrices of 128 x 128 in 4 bytes and
        // the last 4 inputs of q, k (16 heads x 128) and v (32 x 128), whatever the length
        c.same("Qwen3-Next-80B-A3B", 12 * 1024 * 2 * 2 * 256 * 2.0 + 36 * (32 * 128 * 128 * 4 + 4 * 8192 * 2.0),
                estimate(Known.plan("qwen3-next-80b-a3b", 1000, 24)).get(Metric.MEMORY_KV_CACHE));
        // gpt-oss-20b: 12 full layers and 12 of 128 tokens, 8 heads x 64 elements
        return c.same("gpt-oss-20b", (12 * 1024 + 12 * 128) * 2 * 8 * 64 * 2.0,
                estimate(Known.plan("gpt-oss-20b", 1000, 24)).get(Metric.MEMORY_KV_CACHE)).verdict();
    }

    /**
     * Without the embedding table, as one token reads a row of it. Qwen3-30B-A3B "3.3B": 3,353 M with the table, less
     * 311 M; Mixtral-8x7B "12.9B": 12,880 M less 131 M. Layer by layer in the terms below.
     */
    private static Verdict active() {
        double qwen = 48 * (2048.0 * (32 + 8) * 128 + 32 * 128 * 2048 + 8 * 3 * 2048 * 768 + 2048 * 128 + 2 * 2048)
                + 2048 + 151_936.0 * 2048;
        double mixtral = 32 * (4096.0 * (32 + 16) * 128 + 32 * 128 * 4096 + 2 * 3 * 4096.0 * 14_336 + 4096 * 8 + 2 * 4096)
                + 4096 + 32_000.0 * 4096;
        return new Claims().same("Qwen3-30B-A3B", qwen, estimate(Known.plan("qwen3-30b-a3b")).get(Metric.PARAMS_ACTIVE))
                .same("Mixtral-8x7B", mixtral, estimate(Known.plan("mixtral-8x7b")).get(Metric.PARAMS_ACTIVE)).verdict();
    }

    /** DeepSeek-V3's decode unit is 320 GPUs (its report, section 3.4.2); EP 16, TP 4, PP 2, DP 4 are 128, not 512. */
    private static Verdict gpus() {
        Estimate unit = estimate(Vary.degrees(Known.plan("deepseek-v3"), 1, 1, 320, 1));
        var plan = Vary.degrees(Known.plan("deepseek-v3"), 4, 2, 16, 1);
        Estimate replicas = estimate(plan.withParallelism(plan.parallelism().withData(4)));
        return new Claims().same("EP 320", 320, unit.get(Metric.GPUS))
                .same("EP 16, TP 4, PP 2, DP 4", 128, replicas.get(Metric.GPUS)).verdict();
    }

    /**
     * vLLM issue 23278: "Model loading took 65.9651 GiB", of which 0.14 are biases that are not counted here. Of two ranks by
     * hand: attention 2880 * 9,216 / 2, experts 128 * 3 * 2880 * 1440 in 4.25 bits * 3072 / 2880 * 1536 / 1440, router and
     * norms whole, half of both tables.
     */
    private static Verdict padded() {
        double two = 36 * (2880.0 * 9216 + 128 * 3 * 3072.0 * 1536 * 4.25 / 8 + (2880 * 128 + 2 * 2880) * 2.0)
                + 2 * 201_088.0 * 2880 + 2880 * 2;
        double one = estimate(Known.onVllm("gpt-oss-120b")).get(Metric.MEMORY_WEIGHTS);
        return new Claims().holds("one GPU", Math.abs(one / (65.9651 * (1 << 30)) - 1) < 0.01)
                .same("two GPUs", two, estimate(Vary.degrees(Known.onVllm("gpt-oss-120b"), 2, 1, 1, 1))
                        .get(Metric.MEMORY_WEIGHTS)).verdict();
    }

    private static Verdict growth() {
        double now = estimate(Known.plan("llama-3.1-8b", 1000, 24)).get(Metric.MEMORY_KV_CACHE);
        double in = estimate(Known.plan("llama-3.1-8b", 1016, 24)).get(Metric.MEMORY_KV_CACHE);
        double out = estimate(Known.plan("llama-3.1-8b", 1000, 40)).get(Metric.MEMORY_KV_CACHE);
        return new Claims().same("16 more in", 16 * LLAMA_KV_BYTES, in - now)
                .same("16 more out", 16 * LLAMA_KV_BYTES, out - now).verdict();
    }

    /** 80 * 2^30 = 85.9 * 10^9; 80 * 10^9 = 74.5 * 2^30. */
    private static Verdict units() {
        Formatter decimal = new Formatter(ByteUnits.GB);
        Formatter binary = new Formatter(ByteUnits.GIB);
        return new Claims().holds("80e9 in GB", decimal.text(80e9, Dimension.BYTES).equals("80.0 GB"))
                .holds("80e9 in GiB", binary.text(80e9, Dimension.BYTES).equals("74.5 GiB"))
                .holds("80 GiB in GB", decimal.text(80 * 1073741824.0, Dimension.BYTES).equals("85.9 GB"))
                .holds("80 GiB", binary.text(80 * 1073741824.0, Dimension.BYTES).equals("80.0 GiB")).verdict();
    }

    private static Verdict capacity() {
        Estimate e = estimate(Known.plan("llama-3.1-8b"));
        Estimate filled = estimate(Vary.knob(Known.plan("llama-3.1-8b"), io.headroom.catalog.Knob.USABLE_MEMORY, 0.9));
        return new Claims().same("capacity", 80e9, e.get(Metric.MEMORY_CAPACITY))
                .near("90 %", 72e9, filled.get(Metric.MEMORY_CAPACITY)).verdict();
    }
}
