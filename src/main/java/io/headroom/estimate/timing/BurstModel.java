package io.headroom.estimate.timing;

import static io.headroom.estimate.explain.Trace.term;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.pass.Part;
import io.headroom.estimate.pass.Pass;
import io.headroom.estimate.pass.PassTime;
import io.headroom.estimate.pass.PassTimer;
import io.headroom.format.Dimension;
import java.util.function.Supplier;

/**
 * A burst: {@code s = max(1, floor(C/S))} sequences share a pass, {@code ceil(b/min(s,b))} passes a rank, the last with
 * only the sequences left; first pass all stages, each further one its slowest stage, a step overhead each. S above C:
 * the chunks of one request after those of another. Source: cost model, section 5.
 */
final class BurstModel {

    private final Deployment x;
    private final Trace trace;
    private final PassTimer timer;
    private final double stepOverhead;
    private final double perRequest;

    BurstModel(Deployment x, Trace trace, PassTimer timer) {
        this.x = x;
        this.trace = trace;
        this.timer = timer;
        this.stepOverhead = x.constants.overheadPerStepSeconds();
        this.perRequest = x.constants.overheadPerRequestSeconds();
    }

    /** Requests whose prompts fit in a pass; {@code alone} is the lone prompt, already timed. */
    Burst sharedPasses(PromptTime alone) {
        int b = x.sequences;
        int share = Math.min(Math.max(1, x.chunkTokens / x.inputTokens), b);
        int passes = Deployment.ceilDiv(b, share);
        int left = b - (passes - 1) * share;
        if (trace != null) {
            trace.result("s", "Sequences of a pass", "min(max(1, floor(C / S)), b)", share, Dimension.COUNT);
            trace.result("passes", "Passes of a rank", "ceil(b / s)", passes, Dimension.COUNT);
        }
        PassTime full = pass(share, alone, "burst pass");
        PassTime last = left == share ? full : pass(left, alone, "last burst pass");
        double other = term(trace, "other", "Prefill of one more request", "(burst_pass_slowest + overheadPerStep) / s",
                (full.slowestSeconds() + stepOverhead) / share, Dimension.SECONDS);
        double first = term(trace, "ttft.burst.first", "TTFT of the first of a burst",
                "burst_pass_sum + overheadPerStep + overheadPerRequest", full.sumSeconds() + stepOverhead + perRequest,
                Dimension.SECONDS);
        Supplier<double[]> parts = () -> parts(full, last, passes);
        if (passes == 1) {
            term(trace, "ttft.burst.last", "TTFT of the last of a burst", "ttft.burst.first", first, Dimension.SECONDS);
            term(trace, "ttft.burst.mean", "Mean TTFT of a burst", "ttft.burst.first", first, Dimension.SECONDS);
            return new Burst(first, first, first, parts, other);
        }
        double before = term(trace, "before", "TTFT of the last full pass but one",
                "ttft.burst.first + (passes - 2) * (burst_pass_slowest + overheadPerStep)",
                first + (passes - 2) * (full.slowestSeconds() + stepOverhead), Dimension.SECONDS);
        double end = term(trace, "ttft.burst.last", "TTFT of the last of a burst", "before + "
                + (left == share ? "burst_pass_slowest" : "last_burst_pass_slowest") + " + overheadPerStep",
                before + last.slowestSeconds() + stepOverhead, Dimension.SECONDS);
        // full passes end at even distances, so their mean is halfway between the first and the last of them
        double mean = term(trace, "ttft.burst.mean", "Mean TTFT of a burst",
                "((passes - 1) * s * (ttft.burst.first + before) / 2 + (b - (passes - 1) * s) * ttft.burst.last) / b",
                ((passes - 1.0) * share * (first + before) / 2 + left * end) / b, Dimension.SECONDS);
        return new Burst(first, mean, end, parts, other);
    }

    /** Seconds of the last request by part: the first pass through all stages, of the others the slowest stage. */
    private double[] parts(PassTime full, PassTime last, int passes) {
        double[] parts = new double[Part.COUNT];
        full.addAllParts(parts);
        parts[Part.OVERHEAD.ordinal()] += passes * stepOverhead + perRequest;
        if (passes > 1) {
            full.addParts(full.slowestStage(), passes - 2, parts);
            last.addParts(last.slowestStage(), 1, parts);
        }
        return parts;
    }

    private PassTime pass(int sequences, PromptTime alone, String name) {
        double groupTokens = x.groupTokens(sequences, x.inputTokens);
        // one sequence a pass, experts seeing that prompt alone: the pass already timed
        if (trace == null && sequences == 1 && groupTokens == x.inputTokens) {
            return alone.lastChunk();
        }
        return timer.time(new Pass(true, sequences, x.inputTokens, x.inputTokens, groupTokens, sequences), name);
    }

    /** Requests of several chunks, one after another; {@code prompt} was timed as all ranks prefill together. */
    Burst chunked(PromptTime prompt, String name) {
        int chunks = Deployment.ceilDiv(x.inputTokens, x.chunkTokens);
        double other = prompt.slowestSeconds();
        double first = prompt.seconds();
        if (trace != null) {
            String slowest = chunkSum(name, chunks, "_slowest");
            trace.result("other", "Prefill of one more request", slowest, other, Dimension.SECONDS);
            trace.result("ttft.burst.first", "TTFT of the first of a burst", chunkSum(name, chunks, "_sum")
                    + " + overheadPerRequest", first,
                    Dimension.SECONDS);
        }
        double last = term(trace, "ttft.burst.last", "TTFT of the last of a burst", "ttft.burst.first + (b - 1) * other",
                first + (x.sequences - 1) * other, Dimension.SECONDS);
        double mean = term(trace, "ttft.burst.mean", "Mean TTFT of a burst",
                "(ttft.burst.first + ttft.burst.last) / 2", (first + last) / 2, Dimension.SECONDS);
        return new Burst(first, mean, last, () -> chunkedParts(prompt), other);
    }

    private double[] chunkedParts(PromptTime prompt) {
        double[] parts = prompt.parts();
        double[] others = prompt.slowestParts();
        for (int i = 0; i < parts.length; i++) {
            parts[i] += (x.sequences - 1) * others[i];
        }
        return parts;
    }

    /** The sum over the chunks of a prompt: {@code ofFirst} of the first, the slowest stage of the others. */
    static String chunkSum(String name, int chunks, String ofFirst) {
        StringBuilder formula = new StringBuilder();
        for (int i = 1; i <= chunks; i++) {
            formula.append(PassTimer.symbol(name)).append("_chunk_").append(i).append(i == 1 ? ofFirst : "_slowest")
                    .append(" + ");
        }
        return formula.append(chunks).append(" * overheadPerStep").toString();
    }
}
