package io.headroom.plan;

/**
 * A limit on a metric.
 *
 * @param metric metric id
 * @param bound whether the value is a ceiling or a floor
 * @param value the limit as written
 * @param unit unit of the limit as written
 * @param margin share by which the limit should be cleared, 0 = none
 * @param soft whether missing it is only a wish unfulfilled
 * @param extras keys of the file that this version does not know
 */
public record Requirement(String metric, Bound bound, double value, String unit, double margin, boolean soft,
        Extras extras) {

    /** Which side of the limit is good. */
    public enum Bound { AT_MOST, AT_LEAST }
}
