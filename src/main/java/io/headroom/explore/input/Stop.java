package io.headroom.explore.input;

/**
 * A place where a slider can stop.
 *
 * @param value the value there
 * @param blocked why the slider may not stop there, or empty
 * @param warning what a reader should know of stopping there, such as groups that cross nodes, or empty
 * @param crossesNodes whether groups reach beyond the fast links of a node there
 */
public record Stop(double value, String blocked, String warning, boolean crossesNodes) {

    /** A stop that nothing speaks against. */
    public static Stop of(double value) {
        return new Stop(value, "", "", false);
    }

    /** Whether a slider may stop here. */
    public boolean isLegal() {
        return blocked.isEmpty();
    }
}
