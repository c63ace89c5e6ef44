package io.headroom.validate.fit;

/**
 * How far a sample was from its estimate, as estimated over measured less 1.
 *
 * @param sample the measurement
 * @param before with the assumptions that the plan had
 * @param after with the fitted ones
 * @param leftOut with those fitted without this sample; NaN where too few samples remain, or where there are
 *     more than 32
 */
public record SampleError(Sample sample, double before, double after, double leftOut) {
}
