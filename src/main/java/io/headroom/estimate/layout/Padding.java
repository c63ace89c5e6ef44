package io.headroom.estimate.layout;

import io.headroom.catalog.MoeSpec;
import io.headroom.catalog.engine.ExpertPadding;
import io.headroom.plan.Plan;

/**
 * Matrices of routed experts as the kernels of a plan's engine hold them: rounded up to whole tiles, on every GPU
 * after experts were split. The model's parameters, its FLOP and what a step reads stay what they are: measured steps of
 * gpt-oss are no longer for it.
 *
 * <p>{@code factor = ceil(d/mh)*mh * ceil(fe/et/mf)*mf / (d*fe/et)} with the rule's multiples mh and mf. Source:
 * vllm-project/vllm, Mxfp4MoEMethod.create_weights, which pads the columns of a partition; EP leaves experts whole.
 *
 * @param rule the engine's rule
 * @param hidden width of the residual stream in the experts' matrices
 * @param width width of an expert on a GPU
 * @param factor by which their bytes grow, more than 1
 */
public record Padding(ExpertPadding rule, double hidden, double width, double factor) {

    /** The padding of the experts of {@code plan} of which {@code groups} share one; null where nothing grows. */
    public static Padding of(Plan plan, Groups groups) {
        MoeSpec moe = plan.model().shape().moe();
        ExpertPadding rule = moe == null ? null : plan.assumptions().engineSpec()
                .padding(plan.precision().experts().key(), plan.hardware().gpu().hbmBytes());
        if (rule == null) {
            return null;
        }
        double shard = (double) moe.expertWidth() / groups.expertTensor();
        double hidden = rule.hidden(plan.model().shape().hidden());
        double width = rule.width(shard);
        double factor = hidden * width / (plan.model().shape().hidden() * shard);
        return factor > 1 ? new Padding(rule, hidden, width, factor) : null;
    }
}
