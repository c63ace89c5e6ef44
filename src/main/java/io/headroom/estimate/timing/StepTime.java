package io.headroom.estimate.timing;

/**
 * Time of one step of an engine.
 *
 * @param seconds until the next step may begin
 * @param throughSeconds until the tokens of its prompts come out of the last stage; as long or longer
 */
public record StepTime(double seconds, double throughSeconds) {
}
