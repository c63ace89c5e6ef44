package io.headroom.estimate.timing;

import io.headroom.estimate.pass.Bound;
import io.headroom.estimate.pass.Part;

/** Reading prompts: a lone request, and all requests at once. Arrays are made anew whenever they are asked for. */
public final class PrefillTime {

    private final PromptTime alone;
    private final Burst burst;
    private final double flop;

    PrefillTime(PromptTime alone, Burst burst, double flop) {
        this.alone = alone;
        this.burst = burst;
        this.flop = flop;
    }

    /** TTFT of a request on an idle system. */
    public double aloneSeconds() {
        return alone.seconds();
    }

    /** Its seconds by {@link Part}. */
    public double[] aloneParts() {
        return alone.parts();
    }

    /** TTFT of the first requests when all arrive at once. */
    public double burstFirstSeconds() {
        return burst.firstSeconds();
    }

    /** Mean TTFT of all of them. */
    public double burstMeanSeconds() {
        return burst.meanSeconds();
    }

    /** TTFT of the last. */
    public double burstLastSeconds() {
        return burst.lastSeconds();
    }

    /** Seconds of the last by {@link Part}. */
    public double[] burstParts() {
        return burst.lastParts().get();
    }

    /** Time that the prefill of one more request costs the others at steady load. */
    public double otherSeconds() {
        return burst.otherSeconds();
    }

    /** Seconds of a lone prompt on a GPU of each stage. */
    public double[] stageSeconds() {
        double[] seconds = new double[alone.stages()];
        for (int s = 0; s < seconds.length; s++) {
            seconds[s] = alone.stageSeconds(s);
        }
        return seconds;
    }

    /** Those seconds by {@link Part}, stage after stage. */
    public double[] stageParts() {
        return alone.stageParts();
    }

    /** FLOP of a lone prompt on a GPU of each stage. */
    public double[] stageFlop() {
        double[] all = new double[alone.stages()];
        for (int s = 0; s < all.length; s++) {
            all[s] = alone.stageFlop(s);
        }
        return all;
    }

    /** FLOP of a lone prompt on all GPUs that work. */
    public double flop() {
        return flop;
    }

    /** Share of the lone prefill that each {@link Bound} bounds. */
    public double[] boundShares() {
        return alone.boundShares();
    }

    /** Most FLOP of a lone prompt on any GPU. */
    public double mostFlopPerGpu() {
        return alone.mostStageFlop();
    }
}
