package io.headroom.estimate.memory;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;

/**
 * Bytes that an engine keeps for itself: what its runtime holds outside the allocator, more of it where the GPUs of a
 * replica form groups, and on the last stage, which samples, what the workspace of the sampler takes beyond the
 * activations. Engines try both at start, one after the other, and leave room for the larger.
 *
 * <p>{@code reserve + reserveInGroup (more than one GPU a replica) + max(0, sampler - activations) (last stage)}, where
 * {@code sampler = samplerBytesPerLogit * min(C, sequences) * V}: the whole vocabulary on every rank. Sequences: what the
 * plan lets a scheduler admit, else what the engine starts with. Source: vllm-project/vllm, gpu_model_runner.py
 * (profile_run, _dummy_run, _dummy_sampler_run).
 */
final class Reserve {

    private Reserve() {
    }

    /** Bytes on a GPU of {@code stage} whose activations take {@code activations}. */
    static double stageBytes(Deployment x, int stage, double activations) {
        return isOfSampler(x, stage, activations) ? x.outsideBytes + (x.samplerBytes - activations) : x.outsideBytes;
    }

    /** Whether the sampler, and not the activations, decides what {@code stage} needs at {@code activations}. */
    static boolean isOfSampler(Deployment x, int stage, double activations) {
        return x.samplerBytes > activations && stage == x.pipeline() - 1;
    }

    /** Tells {@code trace} what the sampler takes, once for all stages. */
    static void explainSampler(Deployment x, Trace trace) {
        if (x.samplerBytes == 0) {
            return;
        }
        int given = x.plan.workload().maxConcurrentSequences();
        trace.input("maxSequences", given > 0 ? "Sequences that a replica admits" : "Sequences that the engine starts with",
                given > 0 ? given : x.rankSequences(), Dimension.COUNT,
                given > 0 ? "this plan" : x.plan.assumptions().engineSpec().source());
        trace.result("sampler", "Workspace of the sampler", "samplerBytesPerLogit * min(C, "
                + (given > 0 ? "ceil(maxSequences / a)" : "maxSequences") + ") * vocabulary", x.samplerBytes,
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
        return x.samplerBytes > 0 && stage == x.pipeline() - 1;
    }
}
