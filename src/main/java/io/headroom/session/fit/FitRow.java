package io.headroom.session.fit;

/**
 * A measurement beside its estimate, in SI units.
 *
 * @param own the measurement
 * @param isChosen whether it is used
 * @param predicted the estimate with the assumptions that the fit starts from; NaN where there is none
 * @param fitted the estimate with the fitted ones; NaN where nothing is fitted
 */
public record FitRow(Own own, boolean isChosen, double predicted, double fitted) {

    /** Whether it can be used: something is estimated for it. */
    public boolean isUsable() {
        return Double.isFinite(predicted) && predicted > 0;
    }

    /** Estimated over measured, less 1. */
    public double error() {
        return predicted / own.sample().measured() - 1;
    }

    /** The same after the fit; NaN where nothing is fitted. */
    public double errorAfter() {
        return fitted / own.sample().measured() - 1;
    }

    FitRow with(boolean value) {
        return new FitRow(own, value && isUsable(), predicted, fitted);
    }

    FitRow withFitted(double value) {
        return new FitRow(own, isChosen, predicted, value);
    }
}
