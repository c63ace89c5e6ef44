package io.headroom.check.legal.rule;

import io.headroom.check.legal.Dial;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.Holding;
import io.headroom.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether a plan can be deployed at all, and what else should be known of it: every rule, all findings at once. */
public final class Legality {

    // what crosses nodes is said of a notch before its blocks: a notch shows its first warning
    static final List<Rule> RULES = Stream.of(DegreeRules.ALL, HeadRules.ALL, ExpertRules.ALL, WorkloadRules.ALL,
            HardwareRules.ALL, BlockRules.ALL, SizeRules.ALL).flatMap(List::stream).toList();

    private static final Map<Dial, List<Rule>> BY_DIAL = new HashMap<>();

    static {
        for (Rule rule : RULES) {
            for (Dial dial : rule.dials()) {
                BY_DIAL.merge(dial, List.of(rule), (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
            }
        }
    }

    private Legality() {
    }

    /** What the rules find in {@code plan}, worst first; it is legal when none is an error. */
    public static List<Finding> check(Plan plan) {
        return Findings.of(plan, RULES);
    }

    /** What the rules find that {@code dial} can break or mend, worst first. */
    public static List<Finding> check(Plan plan, Dial dial) {
        return Findings.of(plan, BY_DIAL.getOrDefault(dial, List.of()));
    }

    /** The rules that {@code plan} keeps, each with its arithmetic; a rule that has nothing to say of it is left out. */
    public static List<Holding> holdings(Plan plan) {
        return Findings.holdings(plan, RULES);
    }

    /** Whether no rule is broken. */
    public static boolean isLegal(Plan plan) {
        for (Finding finding : check(plan)) {
            if (finding.isError()) {
                return false;
            }
        }
        return true;
    }
}
