package io.headroom.estimate.timing;

import io.headroom.estimate.pass.Part;
import io.headroom.estimate.pass.Bound;

/**
 * Reading prompts: a lone request, and all requests at once.
 *
 * @param aloneSeconds TTFT of a request on an idle system
 * @param aloneParts its seconds by {@link Part}
 * @param burstFirstSeconds TTFT of the first requests when all arrive at once
 * @param burstMeanSeconds mean TTFT of all of them
 * @param burstLastSeconds TTFT of the last
 * @param burstParts seconds of the last by {@link Part}
 * @param otherSeconds time that the prefill of one more request costs the others at steady load
 * @param stageSeconds seconds of a lone prompt on a GPU of each stage
 * @param stageParts those seconds by {@link Part}, stage after stage
 * @param stageFlop FLOP of a lone prompt on a GPU of each stage
 * @param flop FLOP of a lone prompt on all GPUs that work
 * @param boundShares share of the lone prefill that each {@link Bound} bounds
 */
public record PrefillTime(double aloneSeconds, double[] aloneParts, double burstFirstSeconds, double burstMeanSeconds,
        double burstLastSeconds, double[] burstParts, double otherSeconds, double[] stageSeconds, double[] stageParts,
        double[] stageFlop, double flop, double[] boundShares) {

    /** Most FLOP of a lone prompt on any GPU. */
    public double mostFlopPerGpu() {
        double most = 0;
        for (double f : stageFlop) {
            most = Math.max(most, f);
        }
        return most;
    }
}
