package io.headroom.report.write;

import io.headroom.check.Binding;
import io.headroom.explore.advice.Advice;
import io.headroom.explore.question.Answer;
import io.headroom.explore.question.Shortfall;
import io.headroom.explore.repair.Diagnosis;
import io.headroom.explore.repair.Repair;
import io.headroom.format.Formatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is wrong with the plan and which edits mend it, what binds, and how far it goes. */
final class FindingsPart {

    private static final int FIXES = 3;

    private FindingsPart() {
    }

    static void write(ReportContent report, Blocks blocks) {
        Advice advice = report.advice();
        blocks.heading(2, "Findings and fixes");
        if (advice.diagnoses().isEmpty()) {
            blocks.paragraph("No rule speaks against this layout.");
        }
        blocks.list(advice.diagnoses().stream().map(d -> diagnosis(d, report.format())).toList(), false);
        List<Blocks.Line> binding = new ArrayList<>();
        advice.judgement().estimate().ifPresent(estimate -> Arrays.stream(Binding.Phase.values())
                .forEach(phase -> binding.add(plain("Bound in " + Binding.of(estimate, phase).text() + "."))));
        advice.shortfalls().stream().map(Shortfall::text).forEach(text -> binding.add(plain(text)));
        if (!advice.order().text().isEmpty()) {
            binding.add(plain(advice.order().text()));
        }
        section(blocks, "What binds", binding);
        section(blocks, "How far it goes", advice.answers().stream().map(Answer::text).map(FindingsPart::plain).toList());
    }

    private static void section(Blocks blocks, String title, List<Blocks.Line> lines) {
        if (!lines.isEmpty()) {
            blocks.heading(3, title);
            blocks.list(lines, false);
        }
    }

    private static Blocks.Line plain(String text) {
        return new Blocks.Line(text, List.of());
    }

    private static Blocks.Line diagnosis(Diagnosis diagnosis, Formatter format) {
        List<Repair> fixes = diagnosis.repairs().subList(0, Math.min(FIXES, diagnosis.repairs().size()));
        return new Blocks.Line(diagnosis.severity().glyph() + " " + diagnosis.severity().word() + ": "
                + diagnosis.text(format), fixes.stream().map(fix -> "Fix: " + fix.fix().label()
                        + (fix.effect(format).isEmpty() ? "" : " (" + fix.effect(format) + ")")).toList());
    }
}
