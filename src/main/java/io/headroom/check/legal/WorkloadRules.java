package io.headroom.check.legal;

import static io.headroom.check.legal.Degree.CONTEXT;
import static io.headroom.check.legal.Degree.DATA;
import static io.headroom.check.legal.Degree.EXPERT;
import static io.headroom.check.legal.Degree.PIPELINE;
import static io.headroom.check.legal.Degree.TENSOR;

import io.headroom.estimate.layout.Groups;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.List;
import java.util.Set;

/** Rules of the workload: it must suit the model's context and keep the GPUs busy. */
final class WorkloadRules {

    static final List<Rule> ALL = List.of(
            new Rule("context.model", "the model's published context", Set.of(Load.INPUT_TOKENS, Load.OUTPUT_TOKENS),
                    WorkloadRules::fitsContext),
            new Rule("requests.ranks", "Formulas, section 2",
                    Set.of(TENSOR, CONTEXT, EXPERT, DATA, Load.REQUESTS), WorkloadRules::everyRankHasARequest),
            new Rule("requests.stages", "Megatron-LM: micro-batches keep stages busy",
                    Set.of(TENSOR, CONTEXT, EXPERT, DATA, PIPELINE, Load.REQUESTS), WorkloadRules::everyStageHasWork));

    private WorkloadRules() {
    }

    private static void fitsContext(Plan plan, Findings out) {
        Workload w = plan.workload();
        int most = plan.model().shape().maxContextTokens();
        long ordinary = (long) w.inputTokens() + w.outputTokens();
        if (ordinary > most) {
            out.warning(w.inputTokens() + " input + " + w.outputTokens() + " output tokens = " + ordinary
                    + " are more than the model's context of " + most + ".");
        }
        long longest = w.inputRange() == null ? 0 : (long) w.inputRange().max() + w.outputTokens();
        if (longest > most) {
            out.warning("The longest request, " + w.inputRange().max() + " input + " + w.outputTokens()
                    + " output tokens = " + longest + ", is more than the model's context of " + most + ".");
        }
    }

    private static void everyRankHasARequest(Plan plan, Findings out) {
        if (!Groups.areWhole(plan.parallelism())) {
            return;
        }
        int data = plan.parallelism().data();
        int attentionData = Groups.of(plan.parallelism()).attentionData();
        long ranks = (long) data * attentionData;
        int requests = plan.workload().concurrentRequests();
        if (requests < ranks) {
            out.warning(requests + " concurrent requests for DP " + data + " x attention-DP " + attentionData + " = "
                    + ranks + " ranks: " + (ranks - requests) + " ranks have none.");
        }
    }

    private static void everyStageHasWork(Plan plan, Findings out) {
        int stages = plan.parallelism().pipeline();
        if (stages == 1 || !Groups.areWhole(plan.parallelism())) {
            return;
        }
        long ranks = (long) plan.parallelism().data() * Groups.of(plan.parallelism()).attentionData();
        int requests = plan.workload().concurrentRequests();
        long sequences = (requests + ranks - 1) / ranks;
        if (sequences < stages) {
            out.warning(requests + " requests on " + ranks + " ranks are " + sequences + " micro-batches at most for "
                    + stages + " stages: " + (stages - sequences) + " of them always wait in decode.");
        }
    }
}
