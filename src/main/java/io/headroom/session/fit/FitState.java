package io.headroom.session.fit;

import io.headroom.validate.fit.Fitted;
import java.util.List;

/** How far a fit is. */
public sealed interface FitState {

    /** None was asked for. */
    record Idle() implements FitState {
    }

    /**
     * It is under way.
     *
     * @param share how much of it is done, [0, 1]
     */
    record Running(double share) implements FitState {
    }

    /**
     * It found something, which is to be adopted or discarded.
     *
     * @param fitted what
     * @param rows all measurements with their estimates before and after, those used marked
     * @param isCalibrated whether it started from the calibrated profile
     * @param isOld whether the plans, the measurements or the choice have changed since
     */
    record Found(Fitted fitted, List<FitRow> rows, boolean isCalibrated, boolean isOld) implements FitState {

        Found old(boolean value) {
            return new Found(fitted, rows, isCalibrated, value);
        }
    }

    /**
     * It found nothing.
     *
     * @param message why
     */
    record Failed(String message) implements FitState {
    }

    /**
     * What was found is adopted.
     *
     * @param label as the history calls it
     */
    record Adopted(String label) implements FitState {
    }
}
