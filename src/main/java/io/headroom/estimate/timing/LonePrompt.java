package io.headroom.estimate.timing;

import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.pass.PassTime;
import io.headroom.estimate.pass.Part;
import io.headroom.estimate.pass.Bound;

/** Adds up the chunks of one prompt as they pass through the stages. */
final class LonePrompt {

    private static final Bound[] BOUNDS = Bound.values();

    final double[] parts = new double[Part.COUNT];
    final double[] slowestParts = new double[Part.COUNT];
    final double[] stageSeconds;
    final double[] stageParts;
    final double[] stageFlop;
    double flop;
    /** The pass added last: the whole prompt where it is one chunk. */
    PassTime lastChunk;

    private final Deployment x;
    private final double stepOverhead;
    private final double[] bounds = new double[Bound.COUNT];
    private double seconds;
    private double slowest;

    LonePrompt(Deployment x) {
        this.x = x;
        this.stepOverhead = x.constants.overheadPerStepSeconds();
        this.seconds = x.constants.overheadPerRequestSeconds();
        parts[Part.OVERHEAD.ordinal()] = seconds;
        this.stageSeconds = new double[x.pipeline()];
        this.stageParts = new double[x.pipeline() * Part.COUNT];
        this.stageFlop = new double[x.pipeline()];
    }

    /** Adds the pass of the next chunk. */
    void add(PassTime time, boolean isFirst) {
        lastChunk = time;
        seconds += (isFirst ? time.sumSeconds() : time.slowestSeconds()) + stepOverhead;
        slowest += time.slowestSeconds() + stepOverhead;
        if (isFirst) {
            time.addAllParts(parts);
        } else {
            time.addParts(time.slowestStage(), 1, parts);
        }
        time.addParts(time.slowestStage(), 1, slowestParts);
        parts[Part.OVERHEAD.ordinal()] += stepOverhead;
        slowestParts[Part.OVERHEAD.ordinal()] += stepOverhead;
        int rankGpus = x.tp * x.cp;
        for (int s = 0; s < stageSeconds.length; s++) {
            stageSeconds[s] += time.seconds(s);
            stageFlop[s] += time.flop(s);
            flop += time.flop(s, rankGpus, x.groups.stageGpus());
            for (int i = 0; i < Part.IN_PASS; i++) {
                stageParts[s * Part.COUNT + i] += time.seconds(s, Part.at(i));
            }
            for (Bound bound : BOUNDS) {
                bounds[bound.ordinal()] += time.seconds(s, bound);
            }
        }
    }

    /** TTFT of the prompt on an idle system. */
    double seconds() {
        return seconds;
    }

    /** Slowest stage of every chunk, with step overheads: what the prompt adds behind others. */
    double slowestSeconds() {
        return slowest;
    }

    double[] boundShares() {
        double all = 0;
        for (double b : bounds) {
            all += b;
        }
        double[] shares = new double[Bound.COUNT];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = bounds[i] / all;
        }
        return shares;
    }
}
