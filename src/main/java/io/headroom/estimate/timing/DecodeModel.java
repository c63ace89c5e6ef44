package io.headroom.estimate.timing;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.pass.Bound;
import io.headroom.estimate.pass.Part;
import io.headroom.estimate.pass.Pass;
import io.headroom.estimate.pass.PassTime;
import io.headroom.estimate.pass.PassTimer;
import io.headroom.format.Dimension;

/**
 * The decode step: {@code max(sum of stages, m * slowest stage) + step overhead} with {@code m = min(p, b)} micro-batches
 * of {@code ceil(b/m)} sequences a rank at context S + O/2; its overhead is that of the step and of b sequences. Its bound reads weights and KV cache once at full bandwidth.
 * Source: cost model, section 5.
 */
public final class DecodeModel {

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
        int m = Math.min(x.pipeline(), x.sequences);
        int n = Deployment.ceilDiv(x.sequences, m);
        int groupTokens = Deployment.ceilDiv(x.replicaRequests, m);
        double context = x.inputTokens + x.outputTokens / 2.0;
        PassTime pass = timer.time(new Pass(false, n, 1, context, groupTokens, n),
                "decode pass");
        double pipelined = m * pass.slowestSeconds();
        double busy = Math.max(pass.sumSeconds(), pipelined);
        double step = busy + stepOverhead();
        explain(m, step);
        return new DecodeTime(step, parts(pass, m, pipelined), m, stageSeconds(pass), flop(pass, m),
                m * mostBytes(pass), boundSeconds(pass), share(pass, Bound.LINK),
                1 - m * pass.sumSeconds() / (x.pipeline() * busy),
                pass.slowestSeconds() / (pass.sumSeconds() / x.pipeline()) - 1, shares(pass));
    }

    private double stepOverhead() {
        return x.constants.overheadPerStepSeconds() + x.sequences * x.constants.overheadPerSequenceSeconds();
    }

    private double[] parts(PassTime pass, int m, double pipelined) {
        double[] parts = new double[Part.COUNT];
        if (pipelined > pass.sumSeconds()) {
            pass.addParts(pass.slowestStage(), m, parts);
        } else {
            pass.addAllParts(parts);
        }
        parts[Part.OVERHEAD.ordinal()] += stepOverhead();
        return parts;
    }

    private double[] stageSeconds(PassTime pass) {
        double[] seconds = new double[pass.stages()];
        for (int s = 0; s < seconds.length; s++) {
            seconds[s] = pass.seconds(s);
        }
        return seconds;
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

    private static double share(PassTime pass, Bound bound) {
        double seconds = 0;
        for (int s = 0; s < pass.stages(); s++) {
            seconds += pass.seconds(s, bound);
        }
        return seconds / pass.sumSeconds();
    }

    private static double[] shares(PassTime pass) {
        double[] shares = new double[Bound.COUNT];
        for (Bound bound : Bound.values()) {
            shares[bound.ordinal()] = share(pass, bound);
        }
        return shares;
    }

    private void explain(int m, double step) {
        if (trace == null) {
            return;
        }
        trace.result("m", "Micro-batches", "min(pp, b)", m, Dimension.COUNT);
        trace.result("decode.step", "Decode step", "max(decode_pass_sum, m * decode_pass_slowest) + overheadPerStep"
                + " + b * overheadPerSequence", step, Dimension.SECONDS);
    }
}
