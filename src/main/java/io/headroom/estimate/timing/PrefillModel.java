package io.headroom.estimate.timing;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;

/**
 * Prefill of a lone request, of a burst, and what one more prompt costs at steady load.
 *
 * <p>Alone: {@code ceil(S/C)} chunks through the stages: all stages of the first chunk + the slowest stage of each further
 * one + one step overhead a chunk. Burst: {@code s = max(1, floor(C/S))} sequences share a pass, {@code ceil(b/min(s,b))}
 * passes a rank, the last with only the sequences left; S above C: chunks, one request after another. Source: cost
 * model, section 5; Sarathi (chunked prefill), GPipe (pipeline fill).
 */
public final class PrefillModel {

    private final Deployment x;
    private final Trace trace;
    private final PassTimer timer;
    private final double stepOverhead;

    public PrefillModel(Deployment x, Trace trace) {
        this.x = x;
        this.trace = trace;
        this.timer = new PassTimer(x, trace);
        this.stepOverhead = x.constants.overheadPerStepSeconds();
    }

    /** The estimate. */
    public PrefillTime estimate() {
        LonePrompt alone = new LonePrompt(x, stepOverhead);
        prompt(alone, 1, "lone prefill");
        Burst burst = x.inputTokens > x.chunkTokens ? longBurst(alone) : shortBurst(alone);
        return new PrefillTime(alone.seconds(), alone.parts, burst.first, burst.mean, burst.last, burst.parts,
                burst.other, alone.stageSeconds, alone.stageParts, alone.stageFlop, alone.flop, alone.boundShares());
    }

    /** Times the chunks of one request, with the tokens of {@code ranks} attention ranks before the experts. */
    private void prompt(PromptSink sink, double ranks, String name) {
        int chunks = Deployment.ceilDiv(x.inputTokens, x.chunkTokens);
        StringBuilder formula = trace == null ? null : new StringBuilder();
        for (int i = 0; i < chunks; i++) {
            int start = i * x.chunkTokens;
            int tokens = Math.min(x.chunkTokens, x.inputTokens - start);
            boolean isLast = i == chunks - 1;
            Pass pass = new Pass(true, 1, tokens, start + (double) tokens, tokens * ranks, isLast ? 1 : 0);
            PassTime time = timer.time(pass, trace == null ? null : name + ", chunk " + (i + 1));
            sink.chunk(time, i == 0);
            if (formula != null) {
                trace.input("chunk_" + i, i == 0 ? "All stages of the first chunk" : "Slowest stage of chunk " + (i + 1),
                        i == 0 ? time.sumSeconds() : time.slowestSeconds(), Dimension.SECONDS, name);
                formula.append(i == 0 ? "" : " + ").append("chunk_").append(i);
            }
        }
        if (formula != null && sink instanceof LonePrompt lone) {
            trace.result("ttft.alone", "TTFT alone", formula + " + " + chunks + " * overheadPerStep", lone.seconds(),
                    Dimension.SECONDS);
        }
    }

    private Burst shortBurst(LonePrompt alone) {
        int b = x.sequences;
        int share = Math.min(Math.max(1, x.chunkTokens / x.inputTokens), b);
        int passes = Deployment.ceilDiv(b, share);
        int left = b - (passes - 1) * share;
        PassTime full = shared(share, alone, "burst pass");
        PassTime last = left == share ? full : shared(left, alone, "last burst pass");
        Burst burst = new Burst();
        burst.other = (full.slowestSeconds() + stepOverhead) / share;
        burst.first = full.sumSeconds() + stepOverhead;
        burst.parts = new double[Part.COUNT];
        full.addAllParts(burst.parts);
        burst.parts[Part.OVERHEAD.ordinal()] += passes * stepOverhead;
        double each = full.slowestSeconds() + stepOverhead;
        if (passes == 1) {
            burst.last = burst.first;
            burst.mean = burst.first;
        } else {
            full.addParts(full.slowestStage(), passes - 2, burst.parts);
            last.addParts(last.slowestStage(), 1, burst.parts);
            double before = burst.first + (passes - 2) * each;
            burst.last = before + last.slowestSeconds() + stepOverhead;
            // full passes end at first, first + each, ...: their mean is halfway
            burst.mean = ((passes - 1.0) * share * (burst.first + before) / 2 + left * burst.last) / b;
        }
        explain(burst, passes, each, last);
        return burst;
    }

    private PassTime shared(int sequences, LonePrompt alone, String name) {
        double groupTokens = x.groupTokens(sequences, x.inputTokens);
        // one sequence a pass, experts seeing that prompt alone: the pass already timed
        if (trace == null && sequences == 1 && groupTokens == x.inputTokens) {
            return alone.only;
        }
        return timer.time(new Pass(true, sequences, x.inputTokens, x.inputTokens, groupTokens, sequences), name);
    }

    private Burst longBurst(LonePrompt alone) {
        int ranks = Math.min(x.groups.attentionData(), x.replicaRequests);
        LonePrompt one = alone;
        if (ranks > 1) {
            one = new LonePrompt(x, stepOverhead);
            prompt(one, ranks, "burst prefill");
        }
        Burst burst = new Burst();
        burst.other = one.slowestSum();
        burst.first = one.seconds();
        burst.last = burst.first + (x.sequences - 1) * burst.other;
        burst.mean = (burst.first + burst.last) / 2;
        burst.parts = one.parts.clone();
        for (int i = 0; i < burst.parts.length; i++) {
            burst.parts[i] += (x.sequences - 1) * one.slowestParts[i];
        }
        if (trace != null) {
            trace.input("other", "Prefill of one more request", burst.other, Dimension.SECONDS, "burst prefill");
            trace.input("ttft.burst.first", "TTFT of the first", burst.first, Dimension.SECONDS, "burst prefill");
            trace.result("ttft.burst.last", "TTFT of the last of a burst", "ttft.burst.first + (b - 1) * other",
                    burst.last, Dimension.SECONDS);
            trace.result("ttft.burst.mean", "Mean TTFT of a burst", "(ttft.burst.first + ttft.burst.last) / 2",
                    burst.mean, Dimension.SECONDS);
        }
        return burst;
    }

    private void explain(Burst burst, int passes, double each, PassTime last) {
        if (trace == null) {
            return;
        }
        trace.input("passes", "Passes of a rank", passes, Dimension.COUNT, "ceil(b / sequences of a pass)");
        trace.input("eachPass", "Slowest stage of a full pass and step overhead", each, Dimension.SECONDS, "burst pass");
        trace.input("lastPass", "Slowest stage of the last pass", last.slowestSeconds(), Dimension.SECONDS, "last burst pass");
        trace.input("other", "Prefill of one more request", burst.other, Dimension.SECONDS, "burst pass");
        trace.input("ttft.burst.first", "TTFT of the first of a burst", burst.first, Dimension.SECONDS, "burst pass");
        trace.result("ttft.burst.last", "TTFT of the last of a burst", passes == 1 ? "ttft.burst.first"
                : "ttft.burst.first + (passes - 2) * eachPass + lastPass + overheadPerStep", burst.last,
                Dimension.SECONDS);
        trace.input("ttft.burst.mean", "Mean TTFT of a burst", burst.mean, Dimension.SECONDS, "mean over its requests");
    }

    /** What receives the chunks of a prompt. */
    interface PromptSink {
        void chunk(PassTime time, boolean isFirst);
    }

    private static final class Burst {
        double first;
        double mean;
        double last;
        double other;
        double[] parts;
    }
}
