package io.headroom.plan;

/**
 * What somebody says of a plan: a claim or a measurement.
 *
 * @param metric metric id; one that is not computed is compared, not audited
 * @param value as written
 * @param unit as written
 * @param kind claimed or measured
 * @param source where it was said
 * @param extras keys of the file that this version does not know
 */
public record Figure(String metric, double value, String unit, Kind kind, String source, Extras extras) {

    /** Whether somebody reckons or has measured. */
    public enum Kind { CLAIMED, MEASURED }
}
