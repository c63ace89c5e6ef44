package io.headroom.explore.uncertainty;

/**
 * The triangular distribution from {@code min} over {@code mode} to {@code max}: three numbers that people can give, and
 * heavier tails than a PERT distribution through the same three, so on the side of caution.
 *
 * <p>{@code F^-1(u) = min + sqrt(u*(max-min)*(mode-min))} up to {@code u = (mode-min)/(max-min)}, beyond it
 * {@code max - sqrt((1-u)*(max-min)*(max-mode))}. Source: any textbook of statistics.
 *
 * @param min the lowest value
 * @param mode the likeliest, from min to max
 * @param max the highest
 */
public record Triangular(double min, double mode, double max) {

    /** From {@code min} to {@code max}, likeliest at {@code typical}, or at the end next to it; unknown: in the middle. */
    public static Triangular of(double min, double typical, double max) {
        double mode = Double.isNaN(typical) ? min + (max - min) / 2 : Math.min(max, Math.max(min, typical));
        return new Triangular(min, mode, max);
    }

    /** The value that a share {@code u} of all lie below, u in [0, 1]. */
    public double quantile(double u) {
        double width = max - min;
        if (width == 0) {
            return min;
        }
        return u * width < mode - min ? min + Math.sqrt(u * width * (mode - min))
                : max - Math.sqrt((1 - u) * width * (max - mode));
    }
}
