package io.headroom.estimate;

import io.headroom.estimate.explain.Recorder;
import io.headroom.estimate.explain.Recorder.OperationCost;
import io.headroom.estimate.explain.Term;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of a plan, each opened down to its inputs: the same arithmetic run once more with a recorder, so every
 * value is bit for bit that of the estimate.
 */
public final class Explanation {

    private final Estimate estimate;
    private final Recorder recorder;

    private Explanation(Estimate estimate, Recorder recorder) {
        this.estimate = estimate;
        this.recorder = recorder;
    }

    /**
     * Explains {@code plan}.
     *
     * @throws IllegalArgumentException where the plan has no numbers
     */
    public static Explanation of(Plan plan) {
        List<String> failures = Preconditions.failures(plan);
        if (!failures.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", failures));
        }
        Recorder recorder = new Recorder();
        Estimate estimate = Estimator.estimate(plan, recorder);
        MetricTerms.record(estimate, recorder);
        return new Explanation(estimate, recorder);
    }

    /** The estimate that is explained. */
    public Estimate estimate() {
        return estimate;
    }

    /** How {@code metric} follows; empty where its inputs are not known. */
    public Optional<Term> term(Metric metric) {
        return recorder.term(metric.id());
    }

    /** Every operation that was timed. */
    public List<OperationCost> operations() {
        return recorder.operations();
    }
}
