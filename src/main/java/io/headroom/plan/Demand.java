package io.headroom.plan;

/**
 * What the deployment is paid for.
 *
 * @param tokensPerDay output tokens a day, NaN where none is given
 * @param utilization share of the time it is busy, (0, 1]
 */
public record Demand(double tokensPerDay, double utilization) {

    /** No daily demand, always busy. */
    public static final Demand NONE = new Demand(Double.NaN, 1);
}
