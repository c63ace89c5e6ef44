package io.headroom.estimate.layout;

import io.headroom.catalog.Constants;
import io.headroom.plan.Plan;

/**
 * What a GPU of the last stage holds while its engine, at start, samples for as many sequences as its scheduler may run:
 * the residual stream of the largest pass, the workspace that grouped experts do not give back, and what a sampler makes
 * of every logit. TP does not split any but the workspace.
 *
 * <p>{@code bytes = ab*C*d/c + ab*C*a*k/e*(max((mats-1)*fe/et, d) + fe/et) + samplerBytesPerLogit*min(C, sequences)*V}.
 * Source: vllm-project/vllm, gpu_model_runner.py (profile_run, _dummy_sampler_run) and fused_moe (workspace13,
 * workspace2); within 1 % of the KV cache in 27 profiles of vLLM 0.19 that llm-d-planner published.
 *
 * @param stream bytes of the residual stream
 * @param workspace bytes of the workspace of grouped experts, 0 without experts
 * @param logits bytes of what the sampler makes of the logits
 */
public record SamplingPeak(double stream, double workspace, double logits) {

    /** The peak of {@code plan} on {@code groups} with passes of {@code sequences} that are sampled; null for engines without one. */
    static SamplingPeak of(Plan plan, Groups groups, Constants constants, int sequences) {
        if (constants.samplerBytesPerLogit() == 0) {
            return null;
        }
        var shape = plan.model().shape();
        var moe = shape.moe();
        int chunk = plan.workload().maxBatchedTokens();
        double element = plan.precision().activations().bytesPerElement();
        double workspace = 0;
        if (moe != null) {
            double width = (double) moe.expertWidth() / groups.expertTensor();
            double rows = (double) chunk * groups.attentionData() * moe.topK() / plan.parallelism().expert();
            workspace = element * rows * (Math.max((shape.ffnMatrices() - 1) * width, shape.hidden()) + width);
        }
        return new SamplingPeak(element * chunk / plan.parallelism().context() * shape.hidden(), workspace,
                constants.samplerBytesPerLogit() * Math.min(chunk, sequences) * shape.vocabulary());
    }

    /** All of it. */
    public double bytes() {
        return stream + workspace + logits;
    }
}
