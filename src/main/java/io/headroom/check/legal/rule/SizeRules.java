package io.headroom.check.legal.rule;

import io.headroom.catalog.ModelSpec;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Set;

/** The stated size of a model against the size that follows from its dimensions. */
final class SizeRules {

    /**
     * Share by which the two may differ. Published sizes are rounded and count biases, norms and prediction heads
     * as their makers like.
     */
    private static final double TOLERANCE = 0.05;
    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    static final List<Rule> ALL = List.of(
            new Rule("size.total", "parameters that follow from the dimensions: Formulas, section 1", Set.of(),
                    SizeRules::total),
            new Rule("size.active", "parameters that follow from the dimensions: Formulas, section 1", Set.of(),
                    SizeRules::active));

    private SizeRules() {
    }

    private static void total(Plan plan, Findings out) {
        ModelSpec model = plan.model();
        compare("parameters", model.published().totalParameters(), model.parameters().total(), out);
    }

    private static void active(Plan plan, Findings out) {
        ModelSpec model = plan.model();
        if (model.isMoe()) {
            compare("active parameters", model.published().activeParameters(), model.parameters().active(), out);
        }
    }

    private static void compare(String what, double stated, double derived, Findings out) {
        if (Double.isNaN(stated)) {
            return;
        }
        double factor = Math.max(stated / derived, derived / stated);
        if (factor > 1 + TOLERANCE) {
            out.warning("The model is stated to have " + count(stated) + " " + what + "; its dimensions make "
                    + count(derived) + ", " + FORMAT.factor(factor) + (derived < stated ? " fewer." : " more."));
        } else {
            out.holds(() -> "Stated " + count(stated) + " " + what + "; the dimensions make " + count(derived) + ".");
        }
    }

    private static String count(double parameters) {
        return FORMAT.text(parameters, Dimension.PARAMETERS);
    }
}
