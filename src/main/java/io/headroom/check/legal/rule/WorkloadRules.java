package io.headroom.check.legal.rule;

import static io.headroom.check.legal.Degree.CONTEXT;
import static io.headroom.check.legal.Degree.DATA;
import static io.headroom.check.legal.Degree.EXPERT;
import static io.headroom.check.legal.Degree.PIPELINE;
import static io.headroom.check.legal.Degree.TENSOR;

import io.headroom.check.legal.Load;
import io.headroom.estimate.layout.Groups;
import io.headroom.estimate.timing.PrefillModel;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.List;
import java.util.Set;

/** Rules of the workload: it must suit the model's context and keep the GPUs busy. */
final class WorkloadRules {

    static final List<Rule> ALL = List.of(
            new Rule("context.model", "the model's published context", Set.of(Load.INPUT_TOKENS, Load.OUTPUT_TOKENS),
                    WorkloadRules::fitsContext),
            new Rule("prompt.passes", "Formulas, section 5", Set.of(Load.INPUT_TOKENS),
                    WorkloadRules::hasFewPasses),
            new Rule("requests.ranks", "Formulas, section 2",
                    Set.of(TENSOR, CONTEXT, EXPERT, DATA, Load.REQUESTS), WorkloadRules::everyRankHasARequest),
            new Rule("requests.stages", "Megatron-LM: micro-batches keep stages busy",
                    Set.of(TENSOR, CONTEXT, EXPERT, DATA, PIPELINE, Load.REQUESTS), WorkloadRules::everyStageHasWork));

    private WorkloadRules() {
    }

    private static void fitsContext(Plan plan, Findings out) {
        Workload w = plan.workload();
        boolean isExceeded = exceeds("", w.inputTokens(), plan, out);
        int longest = w.inputTokens();
        if (w.inputRange() != null && w.inputRange().max() > w.inputTokens()) {
            longest = w.inputRange().max();
            isExceeded |= exceeds("The longest request: ", longest, plan, out);
        }
        if (!isExceeded) {
            int input = longest;
            out.holds(() -> Counted.count(input) + " input + " + Counted.count(w.outputTokens()) + " output tokens = "
                    + Counted.count((long) input + w.outputTokens()) + ", within the model's context of "
                    + Counted.count(plan.model().shape().maxContextTokens()) + ".");
        }
    }

    private static boolean exceeds(String which, int inputTokens, Plan plan, Findings out) {
        int outputTokens = plan.workload().outputTokens();
        int most = plan.model().shape().maxContextTokens();
        long sum = (long) inputTokens + outputTokens;
        if (sum > most) {
            out.warning(which + Counted.count(inputTokens) + " input + " + Counted.count(outputTokens)
                    + " output tokens = " + Counted.count(sum) + " are more than the model's context of "
                    + Counted.count(most) + ".");
        }
        return sum > most;
    }

    private static void hasFewPasses(Plan plan, Findings out) {
        Workload w = plan.workload();
        int passes = w.promptPasses();
        if (passes > PrefillModel.MOST_CHUNKS) {
            out.error(Counted.count(w.inputTokens()) + " input tokens in passes of " + Counted.count(w.maxBatchedTokens())
                    + " are " + Counted.count(passes) + " passes; at most " + Counted.count(PrefillModel.MOST_CHUNKS)
                    + " are estimated.");
        } else {
            out.holds(() -> Counted.count(w.inputTokens()) + " input tokens in passes of "
                    + Counted.count(w.maxBatchedTokens()) + ": " + Counted.count(passes) + ".");
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
            out.warning(Counted.count(requests) + " concurrent requests for DP " + data + " × attention-DP " + attentionData + " = "
                    + ranks + " ranks: " + (ranks - requests) + " ranks have none.");
        } else {
            out.holds(() -> Counted.count(requests) + " concurrent requests for " + ranks + " ranks: "
                    + Counted.count((requests + ranks - 1) / ranks) + " a rank at most.");
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
            out.warning(Counted.count(requests) + " requests on " + ranks + " ranks are " + sequences + " micro-batches at most for "
                    + stages + " stages: " + (stages - sequences) + " of them always wait in decode.");
        } else {
            out.holds(() -> Counted.count(sequences) + " sequences a rank are enough for " + stages
                    + " micro-batches, one a stage.");
        }
    }
}
