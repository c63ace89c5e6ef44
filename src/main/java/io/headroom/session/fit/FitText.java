package io.headroom.session.fit;

import io.headroom.catalog.Knob;
import io.headroom.explore.input.Assumption;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.format.Formatter;
import io.headroom.session.Change;
import io.headroom.validate.fit.Determination.Answer;
import io.headroom.validate.fit.Fitted;
import io.headroom.validate.fit.FittedKnob;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a fit. */
public final class FitText {

    private FitText() {
    }

    /** What {@code knob} is called. */
    public static String label(Knob knob) {
        return input(knob).label();
    }

    /** A value of {@code knob}: "1.116 ms". */
    public static String value(Knob knob, double value, Formatter format) {
        return input(knob).text(value, format);
    }

    /** Why an assumption cannot be fitted; empty where it can. */
    public static String reason(Answer answer) {
        return switch (answer) {
            case Answer.Told _ -> "";
            case Answer.NoMeasurement _ -> "choose a measurement first";
            case Answer.NotFelt _ -> "no chosen measurement depends on it";
            case Answer.NotApart a -> "these measurements cannot tell it from " + labels(a.others());
        };
    }

    /** How well a fitted value is known. */
    public static String known(FittedKnob knob, Formatter format) {
        if (knob.after() <= knob.knob().min() || knob.after() >= knob.knob().max()) {
            return "at the end of its range: something else makes the error";
        }
        String range = value(knob.knob(), knob.low(), format) + " to " + value(knob.knob(), knob.high(), format);
        return knob.isLoose() ? "hardly told: " + range + " do as well" : range + ": error at most 1 % larger";
    }

    /** The line of the history. */
    static Change change(Fitted fitted, int measurements, boolean isCalibrated, boolean isForAll, Formatter format) {
        String knobs = fitted.knobs().stream().map(k -> label(k.knob()) + " " + value(k.knob(), k.before(), format)
                + " → " + value(k.knob(), k.after(), format)).collect(Collectors.joining(", "));
        return Change.of("Fit to " + measurements + (measurements == 1 ? " measurement" : " measurements")
                + (isForAll ? ", all plans" : "") + ": " + (isCalibrated ? "profile calibrated, " : "") + knobs);
    }

    private static String labels(Set<Knob> knobs) {
        return FitTable.KNOBS.stream().filter(knobs::contains).map(FitText::label)
                .collect(Collectors.joining(" and "));
    }

    private static Input input(Knob knob) {
        return Inputs.ASSUMPTIONS.stream().filter(a -> a.knob() == knob).map(Assumption::input).findFirst()
                .orElseThrow();
    }
}
