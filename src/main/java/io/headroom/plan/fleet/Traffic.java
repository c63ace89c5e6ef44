package io.headroom.plan.fleet;

import io.headroom.plan.Plan;

/**
 * Requests of one length to one model.
 *
 * @param name what people call it
 * @param plan the model, its precision, lengths, assumptions and limits; layout, hardware and number of requests are
 *     what is asked
 * @param requestsPerSecond arrivals in a second, above 0
 */
public record Traffic(String name, Plan plan, double requestsPerSecond) {
}
