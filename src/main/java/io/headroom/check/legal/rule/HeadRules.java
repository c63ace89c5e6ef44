package io.headroom.check.legal.rule;

import static io.headroom.check.legal.Degree.TENSOR;

import io.headroom.catalog.Attention;
import io.headroom.catalog.LinearAttention;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Set;

/** Rules of what TP splits: heads, the dense FFN, the vocabulary. */
final class HeadRules {

    static final List<Rule> ALL = List.of(
            new Rule("heads.tensor", "vLLM: attention heads must be divisible by the tensor parallel size",
                    Set.of(TENSOR), HeadRules::queryHeads),
            new Rule("kvHeads.tensor", "Megatron-LM, torchtitan issue 2577", Set.of(TENSOR), HeadRules::kvHeads),
            new Rule("linearHeads.tensor", "vLLM: gated delta layers are split by heads", Set.of(TENSOR),
                    HeadRules::linearHeads),
            new Rule("ffn.tensor", "vLLM: a weight's width must be divisible by the tensor parallel size",
                    Set.of(TENSOR), HeadRules::denseWidth),
            new Rule("vocabulary.tensor", "vLLM pads the vocabulary", Set.of(TENSOR), HeadRules::vocabulary));

    private HeadRules() {
    }

    private static void queryHeads(Plan plan, Findings out) {
        whole(plan, plan.model().shape().attention().heads(), "heads", out);
    }

    private static void kvHeads(Plan plan, Findings out) {
        int tp = plan.parallelism().tensor();
        if (!(plan.model().shape().attention() instanceof Attention.GroupedQuery g)) {
            latent(plan, out);
            return;
        }
        if (tp > g.kvHeads() && tp % g.kvHeads() == 0) {
            out.note("TP " + tp + " is more than " + g.kvHeads() + " KV heads: every KV head is kept "
                    + tp / g.kvHeads() + " times (" + tp + " / " + g.kvHeads() + ").");
        } else if (tp > g.kvHeads() || g.kvHeads() % tp != 0) {
            out.error(Counted.notWhole(g.kvHeads(), "KV heads", "TP", tp) + ", nor is " + tp + " / " + g.kvHeads()
                    + ": they can be neither shared nor copied evenly.");
        } else {
            out.holds(() -> Counted.whole(g.kvHeads(), "KV heads", "TP", tp));
        }
    }

    /** A latent has no heads by which it could be shared. */
    private static void latent(Plan plan, Findings out) {
        int tp = plan.parallelism().tensor();
        if (tp > 1) {
            out.note("Latent attention has no KV heads to share: every GPU of TP " + tp + " keeps the whole cache, "
                    + tp + " copies of it.");
        } else {
            out.holds(() -> "Latent attention at TP 1: one copy of the cache.");
        }
    }

    private static void linearHeads(Plan plan, Findings out) {
        LinearAttention linear = plan.model().shape().linearAttention();
        if (linear != null) {
            whole(plan, linear.valueHeads(), "value heads of the linear layers", out);
            whole(plan, linear.keyHeads(), "key heads of the linear layers", out);
        }
    }

    private static void denseWidth(Plan plan, Findings out) {
        if (plan.model().shape().ffnWidth() > 0) {
            whole(plan, plan.model().shape().ffnWidth(), "columns of the FFN", out);
        }
        if (plan.model().isMoe() && plan.model().shape().moe().sharedWidth() > 0) {
            whole(plan, plan.model().shape().moe().sharedWidth(), "columns of the shared experts", out);
        }
    }

    private static void vocabulary(Plan plan, Findings out) {
        int tp = plan.parallelism().tensor();
        int tokens = plan.model().shape().vocabulary();
        if (tokens % tp != 0) {
            out.warning(Counted.notWhole(tokens, "tokens of the vocabulary", "TP", tp) + ": engines pad it to "
                    + Counted.count(tokens + tp - tokens % tp) + ".");
        } else {
            out.holds(() -> Counted.whole(tokens, "tokens of the vocabulary", "TP", tp));
        }
    }

    private static void whole(Plan plan, int amount, String what, Findings out) {
        int tp = plan.parallelism().tensor();
        if (amount % tp != 0) {
            out.error(Counted.notWhole(amount, what, "TP", tp) + ".");
        } else {
            out.holds(() -> Counted.whole(amount, what, "TP", tp));
        }
    }
}
