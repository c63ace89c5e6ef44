package io.headroom.metamorphic.anchor;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.metamorphic.Claims;
import io.headroom.metamorphic.Verdict;
import java.util.List;

/**
 * A2: FLOP of a token by counting every GEMM, {@code 2*m*n*k}, from the published configuration files (config.json of
 * each model), widths written out as numbers. Scores and values cost {@code 4*seen*heads*headDim}.
 */
final class GemmAnchors {

    private static final int PROMPT = 1024;
    /** What 1,024 tokens see: 1 + 2 + ... + 1,024. */
    private static final double SEEN = 1024 * 1025 / 2.0;

    private GemmAnchors() {
    }

    static List<Anchor> all() {
        return List.of(new Anchor("A2a", "FLOP of Llama-3.1-8B", GemmAnchors::llama),
                new Anchor("A2b", "FLOP of Qwen3-235B-A22B", GemmAnchors::qwen),
                new Anchor("A2c", "FLOP of DeepSeek-V3", GemmAnchors::deepSeek),
                new Anchor("A2d", "FLOP of Qwen3-Next-80B-A3B", GemmAnchors::qwenNext));
    }

    private static Verdict llama() {
        // q 32, k and v 8 heads of 128; gate and up together; down
        double layer = gemm(4096, 6144) + gemm(4096, 4096) + gemm(4096, 28_672) + gemm(14_336, 4096);
        return compare("llama-3.1-8b", 32 * layer, 32 * 4.0 * 32 * 128, gemm(4096, 128_256), 32 * layer, 32 * 4.0 * 32 * 128);
    }

    private static Verdict qwen() {
        // q 64, k and v 4 heads of 128; router; 8 experts of 1,536
        double layer = gemm(4096, 9216) + gemm(8192, 4096) + gemm(4096, 128)
                + 8 * (gemm(4096, 3072) + gemm(1536, 4096));
        return compare("qwen3-235b-a22b", 94 * layer, 94 * 4.0 * 64 * 128, gemm(4096, 151_936), 94 * layer,
                94 * 4.0 * 64 * 128);
    }

    private static Verdict deepSeek() {
        // queries down to 1,536 and up to 128 heads of 192; keys and values down to 512 + 64; out of 128 heads of 128
        double attention = gemm(7168, 1536) + gemm(1536, 24_576) + gemm(7168, 576) + gemm(16_384, 7168);
        // a prompt's keys and values come up to 128 heads of 128 + 128; in decode queries and values go through the
        // same matrices one vector at a time
        double up = gemm(512, 32_768);
        double dense = gemm(7168, 36_864) + gemm(18_432, 7168);
        double moe = gemm(7168, 256) + 9 * (gemm(7168, 4096) + gemm(2048, 7168));
        double layers = 61 * (attention + up) + 3 * dense + 58 * moe;
        // prompt: keys of 192 and values of 128; decode: latent vectors of 512 + 64 and 512
        return compare("deepseek-v3", layers, 61 * 2.0 * 128 * (192 + 128), gemm(7168, 129_280), layers,
                61 * 2.0 * 128 * (576 + 512));
    }

    private static Verdict qwenNext() {
        // 12 full layers: q and its gate 16, k and v 2 heads of 256
        double full = gemm(2048, 9216) + gemm(4096, 2048);
        // 36 linear ones: q and k 16 heads of 128, v and its gate 32 of 128, two scalars a value head; the rule
        double linear = gemm(2048, 12_352) + gemm(4096, 2048) + 6.0 * 32 * 128 * 128;
        // router of 512, 10 experts and a shared one of 512
        double moe = gemm(2048, 512) + 11 * (gemm(2048, 1024) + gemm(512, 2048));
        double layers = 12 * full + 36 * linear + 48 * moe;
        return compare("qwen3-next-80b-a3b", layers, 12 * 4.0 * 16 * 256, gemm(2048, 151_936), layers, 12 * 4.0 * 16 * 256);
    }

    /** FLOP of one row. */
    private static double gemm(int k, int n) {
        return 2.0 * k * n;
    }

    /** A prompt of 1,024 tokens, whose last makes logits; and one token after 1,024 in decode. */
    private static Verdict compare(String model, double prompt, double promptScores, double head, double decode,
            double decodeScores) {
        Estimate e = estimate(Known.plan(model, PROMPT, 2));
        // decode is timed at S + O/2 = 1,025 tokens
        return new Claims()
                .near("prompt", PROMPT * prompt + SEEN * promptScores + head, e.get(Metric.PREFILL_FLOPS))
                .near("decode", decode + (PROMPT + 1) * decodeScores + head, e.decode().flop()).verdict();
    }
}
