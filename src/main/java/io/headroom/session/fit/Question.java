package io.headroom.session.fit;

import io.headroom.catalog.Profile;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.session.validation.Imported;
import io.headroom.validate.ValidatedRow;
import io.headroom.validate.fit.Basis;
import io.headroom.validate.fit.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a fit depends on: a result is old as soon as one of these differs.
 *
 * @param review the plans with their measured figures
 * @param plan the plan on screen
 * @param imported rows of one's own file
 * @param calibrated the profile that was fitted to public rows
 * @param choice what is to be fitted to what
 */
record Question(Review review, Plan plan, Imported imported, Profile calibrated, FitChoice choice) {

    Question with(FitChoice value) {
        return new Question(review, plan, imported, calibrated, value);
    }

    /** What the fit starts from. */
    Basis basis() {
        return choice.isCalibrated() ? Basis.of(calibrated) : Basis.AS_PLANNED;
    }

    /** Whether the same measurements are estimated with the same assumptions. */
    boolean hasRowsOf(Question other) {
        return other != null && choice.isCalibrated() == other.choice.isCalibrated() && plan.equals(other.plan)
                && review.equals(other.review) && imported == other.imported;
    }

    /** The measurements, each with the assumptions that the fit starts from. */
    List<Own> measurements() {
        List<Own> all = new ArrayList<>();
        for (Plan measured : review.plans()) {
            for (Sample sample : Sample.of(measured)) {
                all.add(Own.ofPlan(sample.with(basis().of(measured))));
            }
        }
        for (ValidatedRow row : imported.result().rows()) {
            Sample.of(row.configuration()).ifPresent(sample -> all.add(Own.ofFile(row.configuration(),
                    sample.with(ofRow(sample.plan())))));
        }
        return List.copyOf(all);
    }

    /** A row of a file says nothing of assumptions but its engine: what the plan on screen assumes is tried on it. */
    private Assumptions ofRow(Plan row) {
        if (choice.isCalibrated()) {
            return basis().of(row);
        }
        Assumptions own = plan.assumptions();
        Assumptions made = new Assumptions(own.profile(), row.assumptions().engine(), own.given());
        for (var memory : row.assumptions().given().entrySet()) {
            made = made.with(memory.getKey(), memory.getValue());
        }
        return made;
    }
}
