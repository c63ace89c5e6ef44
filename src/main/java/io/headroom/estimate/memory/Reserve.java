package io.headroom.estimate.memory;

import io.headroom.catalog.Constants;
import io.headroom.catalog.engine.EngineSpec;
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

    private final Deployment x;
    private final boolean isGroup;
    private final double outside;
    private final double sampler;

    Reserve(Deployment x) {
        this.x = x;
        Constants c = x.constants;
        this.isGroup = c.reserveInGroupBytes() > 0 && x.groups.stageGpus() * x.pipeline() > 1;
        this.outside = isGroup ? c.reserveBytes() + c.reserveInGroupBytes() : c.reserveBytes();
        this.sampler = c.samplerBytesPerLogit() == 0 ? 0
                : c.samplerBytesPerLogit() * Math.min(x.chunkTokens, sequences()) * x.shape.vocabulary();
    }

    /** Bytes on a GPU of {@code stage} whose activations take {@code activations}. */
    double stageBytes(int stage, double activations) {
        return samples(stage) ? outside + Math.max(0, sampler - activations) : outside;
    }

    /** Whether the sampler, and not the activations, decides what {@code stage} needs at {@code activations}. */
    boolean isOfSampler(int stage, double activations) {
        return samples(stage) && sampler > activations;
    }

    /** Tells {@code trace} what the sampler takes, once for all stages. */
    void explainSampler(Trace trace) {
        if (sampler == 0) {
            return;
        }
        int given = x.plan.workload().maxConcurrentSequences();
        EngineSpec engine = x.plan.assumptions().engineSpec();
        trace.input("maxSequences", given > 0 ? "Sequences that a replica admits" : "Sequences that the engine starts with",
                given > 0 ? given : sequences(), Dimension.COUNT, given > 0 ? "this plan" : engine.source());
        trace.result("sampler", "Workspace of the sampler", "samplerBytesPerLogit * min(C, "
                + (given > 0 ? "ceil(maxSequences / a)" : "maxSequences") + ") * vocabulary", sampler, Dimension.BYTES);
    }

    /** Whether {@code stage} keeps the reserve of the plan's assumptions and nothing else. */
    boolean isPlain(int stage) {
        return !isGroup && !samples(stage);
    }

    /** Tells {@code trace} how {@code kept} bytes follow on a stage that is not plain. */
    void explain(Trace trace, int stage, double kept) {
        if (!isPlain(stage)) {
            trace.result("kept", "What the engine keeps", "reserve" + (isGroup ? " + reserveInGroup" : "")
                    + (samples(stage) ? " + max(0, sampler - activations)" : ""), kept, Dimension.BYTES);
        }
    }

    private boolean samples(int stage) {
        return sampler > 0 && stage == x.pipeline() - 1;
    }

    private int sequences() {
        int given = x.plan.workload().maxConcurrentSequences();
        return given > 0 ? Deployment.ceilDiv(given, x.groups.attentionData())
                : x.plan.assumptions().engineSpec().limits(x.plan.hardware().gpu().hbmBytes(),
                        x.plan.hardware().gpu().architecture()).sequences();
    }
}
