package io.headroom.ui.findings;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.ThroughputReach;
import io.headroom.check.legal.Finding.Severity;
import io.headroom.check.legal.Fix;
import io.headroom.estimate.Metric;
import io.headroom.explore.advice.Advice;
import io.headroom.explore.repair.Diagnosis;
import io.headroom.explore.repair.Repair;
import io.headroom.format.Formatter;
import io.headroom.ui.verdict.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a card says.
 *
 * @param id what it is about, so that an opened list stays open
 * @param glyph sign before it
 * @param tone of the sign
 * @param head in stronger type, or empty
 * @param text the words
 * @param detail the arithmetic behind it and who asks for it, or empty
 * @param fixes the edits that mend it
 * @param ifNone said where there are none, or empty
 */
record CardText(String id, String glyph, Tone tone, String head, String text, String detail, List<Mend> fixes,
        String ifNone) {

    private static final String NO_FIX = "No single edit mends it.";

    /**
     * What a row of a fix says.
     *
     * @param fix the edit
     * @param moved what it costs elsewhere, or empty
     * @param lost what holds now and would not any more, or empty
     */
    record Mend(Fix fix, String moved, String lost) {

        static Mend of(Repair repair, Formatter format) {
            return new Mend(repair.fix(), repair.moved(format).stream().map(Words::whole)
                    .collect(Collectors.joining(", ")), Words.named(repair.lost()));
        }

        /** All of it in a sentence. */
        String spoken() {
            return fix.label() + ". " + moved + (moved.isEmpty() || lost.isEmpty() ? "" : "; ") + lost;
        }
    }

    /** A requirement with what it would take. */
    static CardText of(Advice advice, int index, Formatter format) {
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
                advice.diagnosis(status).map(d -> fixes(d, format)).orElse(List.of()), status.isMissed() ? NO_FIX : "");
    }

    /** A finding with its fixes. */
    static CardText of(Diagnosis diagnosis, Formatter format) {
        return new CardText(diagnosis.rule(), diagnosis.severity().glyph(), Tone.of(diagnosis.severity()),
                Words.sentence(diagnosis.severity().word()), Words.named(diagnosis.text(format)),
                "Source: " + diagnosis.source(), fixes(diagnosis, format),
                // what is only worth knowing needs no mending
                diagnosis.severity() == Severity.NOTE ? "" : NO_FIX);
    }

    private static List<Mend> fixes(Diagnosis diagnosis, Formatter format) {
        return diagnosis.repairs().stream().map(repair -> Mend.of(repair, format)).toList();
    }
}
