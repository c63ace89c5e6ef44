package io.headroom.estimate.timing;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.pass.Bound;
import io.headroom.estimate.pass.Pass;
import io.headroom.estimate.pass.PassTime;
import io.headroom.estimate.pass.PassTimer;
import io.headroom.format.Dimension;

/**
 * The decode step: {@code max(sum of stages, m * slowest stage) + step overhead} with {@code m = min(p, b)} micro-batches
 * of {@code ceil(b/m)} sequences a rank at context S + O/2; its overhead is that of the step, of b sequences and of their logits. Its bound reads weights and KV cache once at full bandwidth.
 * Source: cost model, section 5.
 */
public final class DecodeModel {

    private static final double MILLION = 1e6;

    private final Deployment x;
    private final PassTimer timer;
    private final Trace trace;

    public DecodeModel(Deployment x, PassTimer timer, Trace trace) {
        this.x = x;
        this.timer = timer;
        this.trace = trace;
    }

    /** The estimate. */
    public DecodeTime estimate() {
        int m = microBatches(x, x.sequences);
        double context = x.inputTokens + x.outputTokens / 2.0;
        PassTime pass = timer.time(pass(x.sequences, x.replicaRequests, m, context), "decode pass");
        double busy = busySeconds(pass, m);
        double overhead = stepOverhead(x, x.sequences);
        double step = busy + overhead;
        explain(m, step);
        return new DecodeTime(step, overhead, pass, m, flop(pass, m), m * mostBytes(pass), boundSeconds(pass),
                pass.share(Bound.LINK), 1 - m * pass.sumSeconds() / (x.pipeline() * busy),
                pass.slowestSeconds() / (pass.sumSeconds() / x.pipeline()) - 1);
    }

    /** Micro-batches m into which {@code rankSequences} sequences of a rank are split. */
    static int microBatches(Deployment x, int rankSequences) {
        return Math.min(x.pipeline(), rankSequences);
    }

    /** The pass of one of {@code m} micro-batches: {@code rankSequences} of a rank, {@code sequences} of the replica. */
    static Pass pass(int rankSequences, int sequences, int m, double context) {
        int n = Deployment.ceilDiv(rankSequences, m);
        return new Pass(false, n, 1, context, Deployment.ceilDiv(sequences, m), n);
    }

    /** Seconds of a step outside its layers: {@code rankSequences} of a rank, each drawing from the whole vocabulary. */
    static double stepOverhead(Deployment x, int rankSequences) {
        double draw = x.shape.vocabulary() * x.constants.overheadPerMillionLogitsSeconds() / MILLION;
        return x.constants.overheadPerStepSeconds()
                + rankSequences * (x.constants.overheadPerSequenceSeconds() + draw);
    }

    /** Seconds in which every micro-batch goes through all stages once. */
    static double busySeconds(PassTime pass, int m) {
        return Math.max(pass.sumSeconds(), m * pass.slowestSeconds());
    }

    private double flop(PassTime pass, int m) {
        int w = x.groups.stageGpus();
        double flop = 0;
        for (int s = 0; s < pass.stages(); s++) {
            flop += pass.flop(s, w, w);
        }
        return m * flop;
    }

    private double mostBytes(PassTime pass) {
        double most = 0;
        for (int s = 0; s < pass.stages(); s++) {
            most = Math.max(most, pass.bytes(s));
        }
        return most;
    }

    private double boundSeconds(PassTime pass) {
        double bytes = 0;
        for (int s = 0; s < pass.stages(); s++) {
            bytes += pass.readBytes(s);
        }
        double seconds = bytes / x.plan.hardware().gpu().hbmBytesPerSecond();
        if (trace != null) {
            trace.result("bound.tpot", "Bound of TPOT", "decode_pass_read / hbmBandwidth", seconds,
                    Dimension.SECONDS);
        }
        return seconds;
    }

    private void explain(int m, double step) {
        if (trace == null) {
            return;
        }
        trace.result("m", "Micro-batches", "min(pp, b)", m, Dimension.COUNT);
        trace.result("decode.step", "Decode step", "max(decode_pass_sum, m * decode_pass_slowest) + overheadPerStep"
                + " + b * (overheadPerSequence + vocabulary * overheadPerMillionLogits / 1000000)", step, Dimension.SECONDS);
    }
}
