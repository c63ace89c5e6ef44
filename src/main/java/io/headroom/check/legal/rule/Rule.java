package io.headroom.check.legal.rule;

import io.headroom.check.legal.Dial;
import io.headroom.plan.Plan;
import java.util.Set;

/**
 * A rule of legality.
 *
 * @param id its name in findings and files
 * @param source who asks for it
 * @param dials the dials by which it can be broken or mended, so that a notch knows which rules speak of it
 * @param test what it looks at
 */
record Rule(String id, String source, Set<? extends Dial> dials, Test test) {

    /** What a rule looks at. */
    interface Test {

        /** Tells {@code out} what is wrong with {@code plan}, or why the rule holds. */
        void check(Plan plan, Findings out);
    }
}
