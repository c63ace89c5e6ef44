package io.headroom.explore.division;

import java.util.stream.DoubleStream;

/**
 * How even an amount is over stages.
 *
 * @param least on the emptiest
 * @param most on the fullest
 * @param mean of all
 * @param variance population variance, {@code sum((x - mean)^2)/n}
 */
public record Evenness(double least, double most, double mean, double variance) {

    /** Of {@code amounts}, at least one. */
    public static Evenness of(double... amounts) {
        double mean = DoubleStream.of(amounts).average().orElseThrow();
        double variance = DoubleStream.of(amounts).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        return new Evenness(DoubleStream.of(amounts).min().orElseThrow(), DoubleStream.of(amounts).max().orElseThrow(),
                mean, variance);
    }

    /** Share by which the fullest exceeds the mean, 0 where all are alike. */
    public double imbalance() {
        return mean == 0 ? 0 : most / mean - 1;
    }
}
