package io.headroom.cli.fit;

import io.headroom.catalog.Knob;
import io.headroom.cli.input.Refusal;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.validate.fit.AssumptionFit;
import io.headroom.validate.fit.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The arguments that name measurements and assumptions. */
public final class FitArguments {

    private static final String CALIBRATED = "calibrated";
    private static final String PLANNED = "plan";
    private static final String SECONDS = "Seconds";

    @Option(names = "--on", paramLabel = "ID", split = ",", description = "Measured figures to fit to: METRIC of the plan, "
            + "or PLAN:METRIC.")
    private List<String> on = List.of();

    @Option(names = "--knobs", paramLabel = "KEY", split = ",", description = "Assumptions to fit: overheadPerStep, mbu, "
            + "mfu, overheadPerRequest, linkEfficiency ...")
    private List<String> knobs = List.of();

    @Option(names = "--from", paramLabel = "plan|calibrated", description = "What the fit starts from: the plans' own "
            + "assumptions (without it), or the calibrated profile.")
    private String from = PLANNED;

    /** What is wanted of {@code plan} of {@code review}; empty where nothing is named. */
    public Optional<FitWish> wish(Review review, Plan plan) throws Refusal {
        if (on.isEmpty() && knobs.isEmpty()) {
            return Optional.empty();
        }
        if (on.isEmpty() || knobs.isEmpty()) {
            throw Refusal.notValid("A fit needs " + (on.isEmpty() ? "--on, the measured figures to fit to"
                    : "--knobs, the assumptions to fit") + ".");
        }
        if (!from.equals(CALIBRATED) && !from.equals(PLANNED)) {
            throw Refusal.notValid("'" + from + "' is nothing to start from: write plan or calibrated.");
        }
        List<String> ids = review.plans().stream().flatMap(p -> Sample.of(p).stream()).map(Sample::id).toList();
        List<String> measurements = new ArrayList<>();
        for (String id : on) {
            String whole = ids.contains(id) ? id : plan.name() + ":" + id;
            if (!ids.contains(whole)) {
                throw Refusal.notValid("\"" + id + "\" is no measured figure of this file. It has: "
                        + (ids.isEmpty() ? "none" : String.join(", ", ids)) + ".");
            }
            measurements.add(whole);
        }
        List<Knob> wanted = new ArrayList<>();
        for (String key : knobs) {
            wanted.add(AssumptionFit.fittable().stream().filter(k -> k.key().equals(key)
                    || k.key().equals(key + SECONDS)).findFirst().orElseThrow(() -> Refusal.notValid("'" + key
                            + "' is no assumption that can be fitted: write " + AssumptionFit.fittable().stream()
                            .map(Knob::key).collect(Collectors.joining(", ")) + ".")));
        }
        return Optional.of(new FitWish(measurements, wanted, from.equals(CALIBRATED)));
    }
}
