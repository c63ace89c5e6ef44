package io.headroom.check.legal;

import io.headroom.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/** Whether a plan can be deployed at all, and what else should be known of it: every rule, all findings at once. */
public final class Legality {

    static final List<Rule> RULES = Stream.of(DegreeRules.ALL, HeadRules.ALL, ExpertRules.ALL, WorkloadRules.ALL,
            HardwareRules.ALL).flatMap(List::stream).toList();

    private Legality() {
    }

    /** What the rules find in {@code plan}, worst first; it is legal when none is an error. */
    public static List<Finding> check(Plan plan) {
        return Findings.of(plan, RULES);
    }

    /** The rules that {@code dial} can break or mend. */
    static List<Rule> rulesOf(Dial dial) {
        return RULES.stream().filter(rule -> rule.dials().contains(dial)).toList();
    }
}
