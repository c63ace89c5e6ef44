package io.headroom.explore.simulate;

import io.headroom.plan.Workload;
import java.util.SplittableRandom;

/**
 * Makes requests: lengths uniform in [shortest, 1] times the workload's; in an open loop, gaps between arrivals are
 * exponential (a Poisson stream). Lengths and gaps come from streams of their own, so that one does not move the other.
 */
final class RequestSource {

    private final Workload workload;
    private final double shortest;
    private final double perSecond;
    private final SplittableRandom lengths;
    private final SplittableRandom gaps;
    private double nextArrivalSeconds;

    /** A source for one replica; {@code perSecond} is NaN in a closed loop. */
    RequestSource(Workload workload, SimulationInput input, double perSecond) {
        this.workload = workload;
        this.shortest = input.shortest();
        this.perSecond = perSecond;
        this.lengths = new SplittableRandom(input.seed());
        this.gaps = lengths.split();
        this.nextArrivalSeconds = Double.isNaN(perSecond) ? Double.POSITIVE_INFINITY : gap();
    }

    /** When the next request comes by itself; infinite in a closed loop. */
    double nextArrivalSeconds() {
        return nextArrivalSeconds;
    }

    /** The request that comes by itself. */
    Request arrive() {
        Request request = at(nextArrivalSeconds);
        nextArrivalSeconds += gap();
        return request;
    }

    /** A request that comes at {@code seconds}. */
    Request at(double seconds) {
        return new Request(seconds, length(workload.inputTokens()), length(workload.outputTokens()));
    }

    /** A request that is caught at a random age: only the rest of its output is left. */
    Request caught() {
        int output = length(workload.outputTokens());
        return new Request(0, length(workload.inputTokens()), 1 + lengths.nextInt(output));
    }

    private int length(int longest) {
        int least = (int) Math.max(1, Math.ceil(shortest * longest));
        return least == longest ? longest : least + lengths.nextInt(longest - least + 1);
    }

    // StrictMath: the same arrivals on every machine
    private double gap() {
        return -StrictMath.log(1 - gaps.nextDouble()) / perSecond;
    }
}
