package io.headroom.session.fit;

import io.headroom.catalog.Knob;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be fitted to what.
 *
 * @param rows ids of the measurements that are used
 * @param knobs the assumptions wanted, in the order in which they were chosen
 * @param isCalibrated whether the fit starts from the calibrated profile, not from what plans assume
 */
public record FitChoice(Set<String> rows, List<Knob> knobs, boolean isCalibrated) {

    /** Nothing yet, from the plans' own assumptions. */
    public static final FitChoice FIRST = new FitChoice(Set.of(), List.of(), false);

    public FitChoice {
        rows = Set.copyOf(rows);
        knobs = List.copyOf(knobs);
    }

    /** With other measurements. */
    public FitChoice withRows(Set<String> value) {
        return new FitChoice(value, knobs, isCalibrated);
    }

    /** With measurement {@code id} or without it. */
    public FitChoice with(String id, boolean isChosen) {
        Set<String> changed = new LinkedHashSet<>(rows);
        if (isChosen) {
            changed.add(id);
        } else {
            changed.remove(id);
        }
        return withRows(changed);
    }

    /** With {@code knob} as the last one or without it. */
    public FitChoice with(Knob knob, boolean isChosen) {
        List<Knob> changed = new ArrayList<>(knobs);
        changed.remove(knob);
        if (isChosen) {
            changed.add(knob);
        }
        return new FitChoice(rows, changed, isCalibrated);
    }

    /** From other assumptions. */
    public FitChoice withCalibrated(boolean value) {
        return new FitChoice(rows, knobs, value);
    }
}
