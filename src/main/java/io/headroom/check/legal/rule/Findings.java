package io.headroom.check.legal.rule;

import io.headroom.check.legal.Finding;
import io.headroom.check.legal.Holding;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Gathers what rules find in one plan, and where they hold when somebody asks for that. */
final class Findings {

    private final List<Finding> list = new ArrayList<>();
    // null: nobody asks, and no sentence is made
    private final List<Holding> holdings;
    private Rule rule;

    private Findings(List<Holding> holdings) {
        this.holdings = holdings;
    }

    /** Everything that {@code rules} find in {@code plan}, worst first. */
    static List<Finding> of(Plan plan, List<Rule> rules) {
        Findings findings = new Findings(null);
        findings.apply(plan, rules);
        findings.list.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(findings.list);
    }

    /** Where {@code rules} hold in {@code plan} and why, in their order. */
    static List<Holding> holdings(Plan plan, List<Rule> rules) {
        Findings findings = new Findings(new ArrayList<>());
        findings.apply(plan, rules);
        return List.copyOf(findings.holdings);
    }

    private void apply(Plan plan, List<Rule> rules) {
        for (Rule next : rules) {
            rule = next;
            next.test().check(plan, this);
        }
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

    /** The rule holds, by this arithmetic; worked out only where somebody asks for it. */
    void holds(Supplier<String> text) {
        if (holdings != null) {
            holdings.add(new Holding(rule.id(), text.get(), rule.source()));
        }
    }

    private void add(Finding.Severity severity, String text) {
        list.add(new Finding(severity, rule.id(), text, rule.source()));
    }
}
