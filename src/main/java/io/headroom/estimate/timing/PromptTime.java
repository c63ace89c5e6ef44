package io.headroom.estimate.timing;

import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.pass.Bound;
import io.headroom.estimate.pass.Part;
import io.headroom.estimate.pass.PassTime;

/**
 * One prompt, chunk after chunk through the stages: all stages of the first chunk, the slowest stage of each further one,
 * a step overhead a chunk and the overhead of a request. Sums that only views read are made when they are asked for.
 */
final class PromptTime {

    private final PassTime[] chunks;
    private final double stepOverhead;
    private final double requestOverhead;
    private final double seconds;
    private final double slowest;

    /** The time of a prompt whose {@code chunks} were timed. */
    PromptTime(Deployment x, PassTime[] chunks) {
        this.chunks = chunks;
        this.stepOverhead = x.constants.overheadPerStepSeconds();
        this.requestOverhead = x.constants.overheadPerRequestSeconds();
        double through = requestOverhead;
        double behind = 0;
        for (PassTime time : chunks) {
            boolean isFirst = time == chunks[0];
            through += (isFirst ? time.sumSeconds() : time.slowestSeconds()) + stepOverhead;
            behind += time.slowestSeconds() + stepOverhead;
        }
        this.seconds = through;
        this.slowest = behind;
    }

    /** TTFT of the prompt on an idle system. */
    double seconds() {
        return seconds;
    }

    /** Slowest stage of every chunk, with step overheads: what the prompt adds behind others. */
    double slowestSeconds() {
        return slowest;
    }

    /** The pass of its last chunk: the whole prompt where it is one chunk. */
    PassTime lastChunk() {
        return chunks[chunks.length - 1];
    }

    /** FLOP of the prompt on all GPUs that work: {@code rankGpus} of a stage, {@code stageGpus} on the experts. */
    double flop(int rankGpus, int stageGpus) {
        double flop = 0;
        for (PassTime time : chunks) {
            for (int s = 0; s < stages(); s++) {
                flop += time.flop(s, rankGpus, stageGpus);
            }
        }
        return flop;
    }

    /** FLOP on a GPU of {@code stage}. */
    double stageFlop(int stage) {
        double flop = 0;
        for (PassTime time : chunks) {
            flop += time.flop(stage);
        }
        return flop;
    }

    /** Most FLOP on a GPU of any stage. */
    double mostStageFlop() {
        double most = 0;
        for (int s = 0; s < stages(); s++) {
            most = Math.max(most, stageFlop(s));
        }
        return most;
    }

    /** Seconds on a GPU of {@code stage}. */
    double stageSeconds(int stage) {
        double sum = 0;
        for (PassTime time : chunks) {
            sum += time.seconds(stage);
        }
        return sum;
    }

    int stages() {
        return chunks[0].stages();
    }

    /** {@link #seconds()} by {@link Part}. */
    double[] parts() {
        double[] parts = new double[Part.COUNT];
        parts[Part.OVERHEAD.ordinal()] = requestOverhead;
        for (PassTime time : chunks) {
            if (time == chunks[0]) {
                time.addAllParts(parts);
            } else {
                time.addParts(time.slowestStage(), 1, parts);
            }
            parts[Part.OVERHEAD.ordinal()] += stepOverhead;
        }
        return parts;
    }

    /** {@link #slowestSeconds()} by {@link Part}. */
    double[] slowestParts() {
        double[] parts = new double[Part.COUNT];
        for (PassTime time : chunks) {
            time.addParts(time.slowestStage(), 1, parts);
            parts[Part.OVERHEAD.ordinal()] += stepOverhead;
        }
        return parts;
    }

    /** Seconds of every stage by {@link Part}, stage after stage. */
    double[] stageParts() {
        double[] parts = new double[stages() * Part.COUNT];
        for (PassTime time : chunks) {
            for (int i = 0; i < parts.length; i++) {
                if (i % Part.COUNT < Part.IN_PASS) {
                    parts[i] += time.seconds(i / Part.COUNT, Part.at(i % Part.COUNT));
                }
            }
        }
        return parts;
    }

    /** Share of its seconds that each {@link Bound} bounds. */
    double[] boundShares() {
        double[] shares = new double[Bound.COUNT];
        for (Bound bound : Bound.values()) {
            for (PassTime time : chunks) {
                for (int s = 0; s < stages(); s++) {
                    shares[bound.ordinal()] += time.seconds(s, bound);
                }
            }
        }
        double all = 0;
        for (double seconds : shares) {
            all += seconds;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= all;
        }
        return shares;
    }
}
