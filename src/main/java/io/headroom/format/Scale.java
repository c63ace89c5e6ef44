package io.headroom.format;

/**
 * A unit in which the formatter shows values of one dimension.
 *
 * @param unit as printed behind the number
 * @param size SI units in one of it
 * @param from the smallest magnitude, in SI units, for which it is chosen
 */
public record Scale(String unit, double size, double from) {

    /** The unit for a value of {@code magnitude}: the largest one that the value reaches, else the smallest. */
    static Scale of(Scale[] ascending, double magnitude) {
        Scale chosen = ascending[0];
        for (Scale scale : ascending) {
            if (magnitude >= scale.from) {
                chosen = scale;
            }
        }
        return chosen;
    }
}
