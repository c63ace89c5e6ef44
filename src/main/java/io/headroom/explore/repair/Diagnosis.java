package io.headroom.explore.repair;

import io.headroom.check.legal.Finding;
import io.headroom.check.legal.Finding.Severity;
import io.headroom.format.Formatter;
import io.headroom.format.Sentence;
import java.util.List;

/**
 * Something that is wrong or more than needed, and the edits that would mend it.
 *
 * @param severity how bad it is
 * @param rule id of the rule that found it
 * @param sentence what it is, with its arithmetic
 * @param source who asks for it
 * @param repairs the edits, smallest first, those that break something else last; empty where no single edit helps
 */
public record Diagnosis(Severity severity, String rule, Sentence sentence, String source, List<Repair> repairs) {

    public Diagnosis {
        repairs = List.copyOf(repairs);
    }

    static Diagnosis of(Finding finding) {
        return new Diagnosis(finding.severity(), finding.rule(), Sentence.of(finding.text()), finding.source(), List.of());
    }

    Diagnosis with(List<Repair> mending) {
        return new Diagnosis(severity, rule, sentence, source, mending);
    }

    /** What it is in the units of {@code format}. */
    public String text(Formatter format) {
        return sentence.text(format);
    }
}
