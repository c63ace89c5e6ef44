package io.headroom.check.legal.rule;

import static io.headroom.check.legal.Degree.CONTEXT;
import static io.headroom.check.legal.Degree.EXPERT;
import static io.headroom.check.legal.Degree.TENSOR;

import io.headroom.catalog.NumberFormat;
import io.headroom.estimate.layout.Groups;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Set;

/**
 * Rules of block-quantised weights: a shard must hold whole blocks of 128 columns. A plan says fp8 and not how its
 * scales are laid out; with a scale a tensor or a channel any width will do, hence warnings.
 */
final class BlockRules {

    /** Columns of a block of DeepSeek-V3's and Qwen3's FP8 checkpoints. */
    private static final int BLOCK = 128;

    static final List<Rule> ALL = List.of(
            new Rule("blocks.ffn", "vLLM: a shard must be divisible by weight quantization block_n = 128",
                    Set.of(TENSOR), BlockRules::denseBlocks),
            new Rule("blocks.experts", "vLLM: a shard must be divisible by weight quantization block_n = 128",
                    Set.of(TENSOR, CONTEXT, EXPERT), BlockRules::expertBlocks));

    private BlockRules() {
    }

    private static void denseBlocks(Plan plan, Findings out) {
        int tp = plan.parallelism().tensor();
        if (plan.precision().weights() != NumberFormat.FP8) {
            return;
        }
        whole(plan.model().shape().ffnWidth(), "columns of the FFN", "TP", tp, out);
        if (plan.model().isMoe()) {
            whole(plan.model().shape().moe().sharedWidth(), "columns of the shared experts", "TP", tp, out);
        }
    }

    private static void expertBlocks(Plan plan, Findings out) {
        if (!plan.model().isMoe() || plan.precision().experts() != NumberFormat.FP8
                || !Groups.areWhole(plan.parallelism())) {
            return;
        }
        whole(plan.model().shape().moe().expertWidth(), "columns of an expert", "expert-TP",
                Groups.of(plan.parallelism()).expertTensor(), out);
    }

    private static void whole(int width, String what, String by, int shards, Findings out) {
        // a model without such columns has width 0; a width that does not even divide breaks another rule
        if (width == 0 || width % shards != 0) {
            return;
        }
        int shard = width / shards;
        String arithmetic = Counted.count(width) + " " + what + " / " + by + " " + shards + " = "
                + Counted.count(shard);
        if (shard % BLOCK != 0) {
            out.warning(arithmetic + ", not a multiple of " + BLOCK + ": FP8 quantised in blocks of " + BLOCK
                    + " × " + BLOCK + " is refused by engines; with a scale a tensor or a channel it runs.");
        } else {
            out.holds(() -> arithmetic + " = " + shard / BLOCK + " FP8 blocks of " + BLOCK + ".");
        }
    }
}
