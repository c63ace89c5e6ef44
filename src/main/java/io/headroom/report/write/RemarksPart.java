package io.headroom.report.write;

import io.headroom.check.NoteAnchor;
import io.headroom.check.audit.Arithmetic;
import io.headroom.check.audit.AuditResult;
import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Wording;
import io.headroom.format.Formatter;
import io.headroom.plan.Note;
import java.util.List;

/** What people wrote about the plan, and what came of their claims. */
final class RemarksPart {

    private RemarksPart() {
    }

    /** The notes, numbered as the pins on the charts are. */
    static void notes(ReportContent report, Blocks blocks) {
        List<Note> notes = report.judgement().plan().notes();
        blocks.heading(2, "Notes");
        if (notes.isEmpty()) {
            blocks.paragraph("No notes.");
        }
        blocks.list(notes.stream().map(RemarksPart::note).toList(), true);
    }

    private static Blocks.Line note(Note note) {
        String on = NoteAnchor.of(note).label();
        return new Blocks.Line(on.isEmpty() ? note.text() : on + ": " + note.text(), List.of());
    }

    /** The claims that are off, and a count of all; nothing where there are none. */
    static void audit(ReportContent report, Blocks blocks) {
        if (report.audit().filter(a -> !a.claims().isEmpty()).isEmpty()) {
            return;
        }
        AuditResult audit = report.audit().get();
        blocks.heading(2, "Audit of claims");
        blocks.paragraph(audit.summary() + ".");
        blocks.table(List.of("Plan", "Claimed", "What", "Computed", "Verdict", "Why"),
                audit.claims().stream().filter(AuditedClaim::isOff).map(claim -> claim(claim, report.format())).toList(),
                List.of(1, 3), "claims");
    }

    private static List<String> claim(AuditedClaim audited, Formatter format) {
        String why = String.join(" ", audited.reasons(format))
                + audited.mistake().map(mistake -> " Likely mistake: " + mistake + ".").orElse("");
        return List.of(audited.claim().subject(), Wording.of(audited.claim().written()),
                Measure.label(audited.claim().metric()), Double.isFinite(audited.computed())
                        ? Wording.in(audited.claim().written(), audited.computed()) : "",
                audited.arithmetic() == Arithmetic.WRONG ? "✗ arithmetic wrong"
                        : audited.verdict().glyph() + " " + audited.verdict().word(), why);
    }
}
