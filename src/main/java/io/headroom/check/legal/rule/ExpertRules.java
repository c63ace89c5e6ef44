package io.headroom.check.legal.rule;

import static io.headroom.check.legal.Degree.CONTEXT;
import static io.headroom.check.legal.Degree.EXPERT;
import static io.headroom.check.legal.Degree.TENSOR;

import io.headroom.catalog.MoeSpec;
import io.headroom.estimate.layout.Groups;
import io.headroom.estimate.layout.Padding;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Set;

/** Rules of expert parallelism. */
final class ExpertRules {

    static final List<Rule> ALL = List.of(
            new Rule("experts.dense", "Formulas, section 2", Set.of(EXPERT), ExpertRules::needExperts),
            new Rule("experts.expert", "vLLM issue 52435", Set.of(EXPERT), ExpertRules::shareEvenly),
            new Rule("experts.width", "vLLM: a weight's width must be divisible by the tensor parallel size",
                    Set.of(TENSOR, CONTEXT, EXPERT), ExpertRules::expertWidth),
            new Rule("experts.padding", "vLLM: mxfp4.py, create_weights", Set.of(TENSOR, CONTEXT, EXPERT),
                    ExpertRules::padding));

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    private ExpertRules() {
    }

    private static void needExperts(Plan plan, Findings out) {
        if (!plan.model().isMoe() && plan.parallelism().expert() > 1) {
            out.error("EP " + plan.parallelism().expert() + " on a dense model: it has 0 experts to share.");
        }
    }

    private static void shareEvenly(Plan plan, Findings out) {
        MoeSpec moe = plan.model().shape().moe();
        int ep = plan.parallelism().expert();
        if (moe == null) {
            return;
        }
        if (ep > moe.experts()) {
            out.error("EP " + ep + " is more than the " + moe.experts() + " experts of a layer.");
        } else if (moe.experts() % ep != 0) {
            out.error(Counted.notWhole(moe.experts(), "experts", "EP", ep) + ".");
        } else {
            out.holds(() -> Counted.count(moe.experts()) + " experts / EP " + ep + " = " + moe.experts() / ep
                    + " of every layer on a GPU.");
        }
    }

    private static void padding(Plan plan, Findings out) {
        Padding padding = Groups.areWhole(plan.parallelism()) ? Padding.of(plan, Groups.of(plan.parallelism())) : null;
        if (padding != null) {
            out.note("The engine's kernels pad experts to " + Counted.count((long) padding.hidden()) + "\u00a0×\u00a0"
                    + Counted.count((long) padding.width()) + " on a GPU: the experts' weights take "
                    + FORMAT.text(padding.factor() - 1, Dimension.FRACTION) + " more memory.");
        }
    }

    private static void expertWidth(Plan plan, Findings out) {
        MoeSpec moe = plan.model().shape().moe();
        if (moe == null || !Groups.areWhole(plan.parallelism())) {
            return;
        }
        Groups groups = Groups.of(plan.parallelism());
        int shared = groups.expertTensor();
        if (moe.expertWidth() % shared != 0) {
            out.error(Counted.notWhole(moe.expertWidth(), "columns of an expert", "expert-TP", shared)
                    + " (" + groups.stageGpus() + " GPUs of a stage / EP " + plan.parallelism().expert() + " = "
                    + shared + ").");
        } else {
            out.holds(() -> Counted.whole(moe.expertWidth(), "columns of an expert", "expert-TP", shared));
        }
    }
}
