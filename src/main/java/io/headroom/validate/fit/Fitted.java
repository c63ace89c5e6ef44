package io.headroom.validate.fit;

import io.headroom.plan.Assumptions;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a fit found.
 *
 * @param knobs the assumptions that were fitted
 * @param errors the samples, in the order given
 */
public record Fitted(List<FittedKnob> knobs, List<SampleError> errors) {

    public Fitted {
        knobs = List.copyOf(knobs);
        errors = List.copyOf(errors);
    }

    /** {@code plan} with the fitted values as its own assumptions. */
    public Plan adopt(Plan plan) {
        Assumptions a = plan.assumptions();
        for (FittedKnob knob : knobs) {
            a = a.with(knob.knob(), knob.after());
        }
        return plan.withAssumptions(a);
    }

    /** Median of the absolute errors before the fit. */
    public double medianBefore() {
        return median(SampleError::before);
    }

    /** Median of the absolute errors after the fit. */
    public double medianAfter() {
        return median(SampleError::after);
    }

    private double median(ToDoubleFunction<SampleError> error) {
        double[] sorted = errors.stream().mapToDouble(error).map(Math::abs).sorted().toArray();
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }
}
