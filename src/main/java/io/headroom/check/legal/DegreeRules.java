package io.headroom.check.legal;

import static io.headroom.check.legal.Degree.CONTEXT;
import static io.headroom.check.legal.Degree.EXPERT;
import static io.headroom.check.legal.Degree.PIPELINE;
import static io.headroom.check.legal.Degree.TENSOR;

import io.headroom.estimate.layout.Groups;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Set;

/** Rules of the degrees themselves: whole groups and stages that hold the model's layers. */
final class DegreeRules {

    static final List<Rule> ALL = List.of(
            new Rule("groups.whole", "Formulas, section 2", Set.of(TENSOR, CONTEXT, EXPERT),
                    DegreeRules::wholeGroups),
            new Rule("stages.layers", "Formulas, section 2", Set.of(PIPELINE), DegreeRules::stagesHaveLayers),
            new Rule("stages.list", "Formulas, section 2", Set.of(PIPELINE), DegreeRules::stageList),
            new Rule("sequence.tensor", "Megatron-LM: sequence parallelism splits TP's group", Set.of(TENSOR),
                    DegreeRules::sequenceNeedsTensor));

    private DegreeRules() {
    }

    private static void wholeGroups(Plan plan, Findings out) {
        if (!Groups.areWhole(plan.parallelism())) {
            out.error(Groups.whyNotWhole(plan.parallelism()) + ".");
        }
    }

    private static void stagesHaveLayers(Plan plan, Findings out) {
        int stages = plan.parallelism().pipeline();
        int layers = plan.model().layers();
        if (stages > layers) {
            out.error("PP " + stages + " stages are more than the model's " + layers + " layers.");
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

    private static void sequenceNeedsTensor(Plan plan, Findings out) {
        if (plan.parallelism().sequence() && plan.parallelism().tensor() == 1) {
            out.warning("SP is on at TP 1: it splits the activations of TP's group, and a group of 1 leaves nothing "
                    + "to split.");
        }
    }
}
