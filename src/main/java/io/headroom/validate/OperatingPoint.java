package io.headroom.validate;

/**
 * What requests see under one load.
 *
 * @param ttftSeconds time to first token
 * @param tpotSeconds time per further token
 * @param endToEndSeconds time of a whole request
 * @param requestsPerSecond finished by the whole system
 */
record OperatingPoint(double ttftSeconds, double tpotSeconds, double endToEndSeconds, double requestsPerSecond) {

    /** The point {@code share} of the way to {@code other}. */
    OperatingPoint towards(OperatingPoint other, double share) {
        return new OperatingPoint(mix(ttftSeconds, other.ttftSeconds, share),
                mix(tpotSeconds, other.tpotSeconds, share), mix(endToEndSeconds, other.endToEndSeconds, share),
                mix(requestsPerSecond, other.requestsPerSecond, share));
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
