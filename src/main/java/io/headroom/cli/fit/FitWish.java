package io.headroom.cli.fit;

import io.headroom.catalog.Knob;
import java.util.List;

/**
 * What somebody wants fitted to what.
 *
 * @param measurements ids "plan:metric" of the measured figures that are used
 * @param knobs the assumptions
 * @param isCalibrated whether to start from the calibrated profile
 */
public record FitWish(List<String> measurements, List<Knob> knobs, boolean isCalibrated) {

    public FitWish {
        measurements = List.copyOf(measurements);
        knobs = List.copyOf(knobs);
    }
}
