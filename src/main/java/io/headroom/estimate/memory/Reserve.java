package io.headroom.estimate.memory;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.layout.SamplingPeak;
import io.headroom.format.Dimension;

/**
 * Bytes that an engine keeps for itself: what its runtime holds outside the allocator, more of it where several GPUs
 * share a stage and exchange after every layer, and on the last stage, which samples, what sampling holds beyond the
 * activations. Engines try both at start, one after the other, and leave room for the larger.
 *
 * <p>{@code reserve + reserveInGroup (more than one GPU a stage) + max(0, sampler - activations) (last stage)}, where
 * {@code sampler} is the {@link SamplingPeak}. Sequences: what the plan lets a scheduler admit, else what the engine
 * starts with. Source: vllm-project/vllm, gpu_model_runner.py (profile_run, _dummy_run, _dummy_sampler_run).
 */
final class Reserve {

    private Reserve() {
    }

    /** Bytes on a GPU of {@code stage} whose activations take {@code activations}. */
    static double stageBytes(Deployment x, int stage, double activations) {
        return isOfSampler(x, stage, activations) ? x.outsideBytes + (x.sampling.bytes() - activations) : x.outsideBytes;
    }

    /** Whether the sampler, and not the activations, decides what {@code stage} needs at {@code activations}. */
    static boolean isOfSampler(Deployment x, int stage, double activations) {
        return samples(x, stage) && x.sampling.bytes() > activations;
    }

    /** Tells {@code trace} what sampling holds, once for all stages. */
    static void explainSampler(Deployment x, Trace trace) {
        if (x.sampling == null) {
            return;
        }
        int given = x.plan.workload().maxConcurrentSequences();
        trace.input("maxSequences", given > 0 ? "Sequences that a replica admits" : "Sequences that the engine starts with",
                given > 0 ? given : x.rankSequences(), Dimension.COUNT,
                given > 0 ? "this plan" : x.plan.assumptions().engineSpec().source());
        boolean hasExperts = x.sampling.workspace() > 0;
        if (hasExperts) {
            trace.result("expertWorkspace", "Workspace of grouped experts", "activationBytes * C * a * k / ep"
                    + " * (max((ffnMatrices - 1) * expertWidth / et, hidden) + expertWidth / et)", x.sampling.workspace(),
                    Dimension.BYTES);
        }
        trace.result("sampler", "Held while sampling", "activationBytes * C / cp * hidden"
                + (hasExperts ? " + expertWorkspace" : "") + " + samplerBytesPerLogit * min(C, "
                + (given > 0 ? "ceil(maxSequences / a)" : "maxSequences") + ") * vocabulary", x.sampling.bytes(),
                Dimension.BYTES);
    }

    /** Whether {@code stage} keeps the reserve of the plan's assumptions and nothing else. */
    static boolean isPlain(Deployment x, int stage) {
        return x.outsideBytes == x.constants.reserveBytes() && !samples(x, stage);
    }

    /** Tells {@code trace} how {@code kept} bytes follow on a stage that is not plain. */
    static void explain(Deployment x, Trace trace, int stage, double kept) {
        if (!isPlain(x, stage)) {
            trace.result("kept", "What the engine keeps", "reserve"
                    + (x.outsideBytes == x.constants.reserveBytes() ? "" : " + reserveInGroup")
                    + (samples(x, stage) ? " + max(0, sampler - activations)" : ""), kept, Dimension.BYTES);
        }
    }

    private static boolean samples(Deployment x, int stage) {
        return x.sampling != null && stage == x.pipeline() - 1;
    }
}
