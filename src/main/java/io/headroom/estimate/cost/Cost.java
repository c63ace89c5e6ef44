package io.headroom.estimate.cost;

import io.headroom.estimate.layout.Deployment;

/**
 * Money and energy: GPUs x price an hour, per output token at the stated utilisation, per day at the stated demand;
 * NaN where the price, the demand or the power is not known.
 *
 * @param perHour US dollars
 * @param perMillionTokens US dollars a million output tokens
 * @param perDay US dollars
 * @param watts power of all chips
 * @param joulesPerToken energy of an output token
 */
public record Cost(double perHour, double perMillionTokens, double perDay, double watts, double joulesPerToken) {

    /** The cost of a deployment that makes {@code outputTokensPerSecond}. */
    public static Cost of(Deployment x, double outputTokensPerSecond) {
        double gpus = x.groups.gpus();
        double perHour = gpus * x.plan.hardware().pricePerGpuHour();
        double perMillion = perHour / (outputTokensPerSecond * 3600 * x.plan.demand().utilization()) * 1e6;
        double watts = gpus * x.plan.hardware().gpu().watts();
        return new Cost(perHour, perMillion, x.plan.demand().tokensPerDay() / 1e6 * perMillion, watts,
                watts / outputTokensPerSecond);
    }
}
