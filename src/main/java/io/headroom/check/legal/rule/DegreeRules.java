package io.headroom.check.legal.rule;

import static io.headroom.check.legal.Degree.CONTEXT;
import static io.headroom.check.legal.Degree.EXPERT;
import static io.headroom.check.legal.Degree.PIPELINE;
import static io.headroom.check.legal.Degree.TENSOR;

import io.headroom.estimate.layout.Groups;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Rules of the degrees themselves: whole groups and stages that hold the model's layers. */
final class DegreeRules {

    static final List<Rule> ALL = List.of(
            new Rule("groups.whole", "Formulas, section 2", Set.of(TENSOR, CONTEXT, EXPERT),
                    DegreeRules::wholeGroups),
            new Rule("stages.layers", "Formulas, section 2", Set.of(PIPELINE), DegreeRules::stagesHaveLayers),
            new Rule("stages.list", "Formulas, section 2", Set.of(PIPELINE), DegreeRules::stageList),
            new Rule("stages.spread", "the fullest stage sets the pace of a pipeline", Set.of(PIPELINE),
                    DegreeRules::stageSpread),
            new Rule("sequence.tensor", "Megatron-LM: sequence parallelism splits TP's group", Set.of(TENSOR),
                    DegreeRules::sequenceNeedsTensor));

    private DegreeRules() {
    }

    private static void wholeGroups(Plan plan, Findings out) {
        if (!Groups.areWhole(plan.parallelism())) {
            out.error(Groups.whyNotWhole(plan.parallelism()) + ".");
            return;
        }
        Parallelism p = plan.parallelism();
        Groups g = Groups.of(p);
        out.holds(() -> "TP × CP = " + p.tensor() * p.context() + " and EP " + p.expert() + " share "
                + g.stageGpus() + " GPUs a stage: attention-DP " + g.attentionData() + ", expert-TP "
                + g.expertTensor() + "; " + g.stageGpus() + " × PP " + p.pipeline() + " × DP " + p.data() + " = "
                + Counted.count(g.gpus()) + " GPUs.");
    }

    private static void stagesHaveLayers(Plan plan, Findings out) {
        int stages = plan.parallelism().pipeline();
        int layers = plan.model().layers();
        if (stages > layers) {
            out.error("PP " + stages + " stages are more than the model's " + layers + " layers.");
        } else {
            out.holds(() -> layers + " layers over PP " + stages + ": " + layers / stages
                    + (layers % stages == 0 ? " a stage." : " or " + (layers / stages + 1) + " a stage."));
        }
    }

    private static void stageList(Plan plan, Findings out) {
        Parallelism p = plan.parallelism();
        List<Integer> given = p.layersPerStage();
        if (given.isEmpty()) {
            return;
        }
        long sum = given.stream().mapToLong(Integer::longValue).sum();
        if (given.size() != p.pipeline()) {
            out.error("layersPerStage names " + given.size() + " stages; PP is " + p.pipeline() + ".");
        }
        if (sum != plan.model().layers()) {
            out.error("layersPerStage " + given + " holds " + sum + " layers; the model has "
                    + plan.model().layers() + ".");
        }
        if (given.stream().anyMatch(layers -> layers < 1)) {
            out.error("layersPerStage " + given + ": every stage needs at least one layer.");
        }
    }

    private static void stageSpread(Plan plan, Findings out) {
        List<Integer> given = plan.parallelism().layersPerStage();
        int stages = given.size();
        int layers = plan.model().layers();
        if (stages != plan.parallelism().pipeline() || given.stream().mapToLong(n -> n).sum() != layers) {
            return;
        }
        int most = Collections.max(given);
        int spread = most - Collections.min(given);
        if (spread > 1) {
            out.note("layersPerStage " + given + ": spread " + spread + " layers, the fullest stage has " + most
                    + "; balanced it would have " + (layers + stages - 1) / stages + ".");
        } else {
            out.holds(() -> "layersPerStage " + given + " holds all " + layers + " layers; spread " + spread + ".");
        }
    }

    private static void sequenceNeedsTensor(Plan plan, Findings out) {
        if (plan.parallelism().sequence() && plan.parallelism().tensor() == 1) {
            out.warning("SP is on at TP 1: it splits the activations of TP's group, and a group of 1 leaves nothing "
                    + "to split.");
        } else if (plan.parallelism().sequence()) {
            out.holds(() -> "SP splits the residual stream over TP " + plan.parallelism().tensor()
                    + " and adds no GPU.");
        }
    }
}
