package io.headroom.session.custom;

import io.headroom.catalog.ModelSpec;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.rule.Legality;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * How large a model is that is being typed.
 *
 * @param computed the parameters that follow from its figures
 * @param stated the parameters that it is stated to have, or empty
 * @param warning what of that does not agree with its stated size, or empty
 */
public record Size(String computed, String stated, String warning) {

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;
    // the rules that compare the two, with what they let pass
    private static final String TOTAL = "size.total";
    private static final String ACTIVE = "size.active";

    /** The size of the model of {@code draft}, a change of {@code plan}. */
    public static Size of(EntryDraft<ModelSpec> draft, Plan plan) {
        ModelSpec model = draft.entry();
        if (model == null) {
            return new Size("Parameters: " + Formatter.NONE, "", "");
        }
        double statedTotal = model.published().totalParameters();
        String computed = "Computed: " + size(model.parameters().total(),
                model.isMoe() ? model.parameters().active() : Double.NaN);
        String stated = Double.isNaN(statedTotal) ? ""
                : "Stated: " + size(statedTotal, model.published().activeParameters());
        List<String> wrong = new ArrayList<>();
        for (Finding finding : Legality.check(draft.in(plan))) {
            if (finding.rule().equals(TOTAL)) {
                wrong.add(text(model.parameters().total()) + " computed, "
                        + text(model.published().totalParameters()) + " stated");
            } else if (finding.rule().equals(ACTIVE)) {
                wrong.add(text(model.parameters().active()) + " active computed, "
                        + text(model.published().activeParameters()) + " active stated");
            }
        }
        return new Size(computed, stated, wrong.isEmpty() ? "" : "Does not add up: " + String.join("; ", wrong) + ".");
    }

    private static String size(double total, double active) {
        return text(total) + " parameters" + (Double.isNaN(active) ? "" : ", " + text(active) + " active");
    }

    private static String text(double parameters) {
        return FORMAT.text(parameters, Dimension.PARAMETERS);
    }
}
