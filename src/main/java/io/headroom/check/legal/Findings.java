package io.headroom.check.legal;

import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what rules find in one plan. */
final class Findings {

    private final List<Finding> list = new ArrayList<>();
    private Rule rule;

    /** Everything that {@code rules} find in {@code plan}, worst first. */
    static List<Finding> of(Plan plan, List<Rule> rules) {
        Findings findings = new Findings();
        for (Rule rule : rules) {
            findings.rule = rule;
            rule.test().check(plan, findings);
        }
        findings.list.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(findings.list);
    }

    void error(String text) {
        add(Finding.Severity.ERROR, text);
    }

    void warning(String text) {
        add(Finding.Severity.WARNING, text);
    }

    void note(String text) {
        add(Finding.Severity.NOTE, text);
    }

    private void add(Finding.Severity severity, String text) {
        list.add(new Finding(severity, rule.id(), text, rule.source()));
    }
}
