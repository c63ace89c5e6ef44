package io.headroom.explore.simulate;

import java.util.Arrays;

/** Numbers that are noted one by one and looked at together. */
final class Samples {

    private double[] values;
    private int count;

    Samples(int expected) {
        this.values = new double[Math.max(1, expected)];
    }

    int count() {
        return count;
    }

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    Spread spread() {
        return Spread.of(values, count);
    }
}
