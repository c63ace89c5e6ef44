package io.headroom.ui.findings;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.ThroughputReach;
import io.headroom.estimate.Metric;
import io.headroom.explore.advice.Advice;
import io.headroom.explore.repair.Diagnosis;
import io.headroom.explore.repair.Repair;
import io.headroom.ui.verdict.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * What a card says.
 *
 * @param id what it is about, so that an opened list stays open
 * @param glyph sign before it
 * @param tone of the sign
 * @param head in stronger type, or empty
 * @param text the words
 * @param detail the arithmetic behind it and who asks for it, or empty
 * @param repairs the fixes
 * @param ifNone said where there are none, or empty
 */
record CardText(String id, String glyph, Tone tone, String head, String text, String detail, List<Repair> repairs,
        String ifNone) {

    private static final String NO_FIX = "No single edit mends it.";

    /** A requirement with what it would take. */
    static CardText of(Advice advice, int index) {
        Judgement now = advice.judgement();
        RequirementStatus status = now.requirements().get(index);
        List<String> lines = new ArrayList<>();
        now.estimate().flatMap(e -> ThroughputReach.of(e, status)).ifPresent(reach -> lines.add(reach.text() + "."));
        advice.shortfall(index).ifPresent(missing -> {
            lines.add(Words.sentence(missing.gpusText()) + ".");
            if (!missing.revisedText().isEmpty()) {
                lines.add("The requirement could be revised to " + missing.revisedText() + ".");
            }
        });
        String name = status.metric().map(Metric::label).orElse(status.requirement().metric());
        return new CardText("requirement." + index, status.status().glyph(), Tone.of(status.status()),
                name + (status.requirement().soft() ? " (wish): " : ": ") + status.status().word(),
                Words.named(Words.sentence(status.text()) + "."), Words.named(String.join("\n", lines)),
                advice.diagnosis(status).map(Diagnosis::repairs).orElse(List.of()), status.isMissed() ? NO_FIX : "");
    }

    /** A finding with its fixes. */
    static CardText of(Diagnosis diagnosis) {
        var finding = diagnosis.finding();
        return new CardText(finding.rule(), finding.severity().glyph(), Tone.of(finding.severity()),
                Words.sentence(finding.severity().word()), Words.named(finding.text()), "Source: " + finding.source(),
                diagnosis.repairs(), NO_FIX);
    }
}
