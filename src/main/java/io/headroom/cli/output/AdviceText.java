package io.headroom.cli.output;

import io.headroom.check.Judgement;
import io.headroom.explore.advice.Advice;
import io.headroom.explore.division.ModuleDivision;
import io.headroom.explore.question.Answer;
import io.headroom.explore.question.Shortfall;
import io.headroom.explore.repair.Diagnosis;
import io.headroom.explore.repair.Repair;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to change in a plan, as text for people. */
final class AdviceText {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);
    private static final int FIXES = 3;

    private AdviceText() {
    }

    /** Sections by their titles; an empty one has nothing to say. */
    static Map<String, List<String>> sections(Judgement judgement) {
        Advice advice = Advice.of(judgement);
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>(advice.shortfalls().stream().map(Shortfall::text).toList());
        String order = advice.order().text();
        if (!order.isEmpty()) {
            missing.add(order);
        }
        sections.put("What it would take", missing);
        sections.put("Findings", findings(advice));
        sections.put("What holds", advice.holdings().stream().map(h -> "✓ " + h.text()).toList());
        sections.put("Parallel choices", advice.ratings().stream()
                .map(rating -> rating.grade().glyph() + " " + rating.text(FORMAT)).toList());
        advice.share().ifPresent(share -> sections.put("Who holds what", division(share)));
        sections.put("How far it goes", advice.answers().stream().map(Answer::text).toList());
        return sections;
    }

    private static List<String> findings(Advice advice) {
        List<String> lines = new ArrayList<>();
        for (Diagnosis diagnosis : advice.diagnoses()) {
            lines.add(diagnosis.severity().glyph() + " " + diagnosis.severity().word() + ": "
                    + diagnosis.text(FORMAT));
            for (Repair repair : diagnosis.repairs().subList(0, Math.min(FIXES, diagnosis.repairs().size()))) {
                lines.add("    fix: " + repair.fix().label()
                        + (repair.effect(FORMAT).isEmpty() ? "" : " (" + repair.effect(FORMAT) + ")"));
            }
        }
        return lines;
    }

    private static List<String> division(Advice.Share share) {
        List<String> lines = new ArrayList<>();
        for (ModuleDivision.Stage stage : share.division().stages()) {
            lines.add("stage " + stage.stage() + ": " + stage.layers() + " layers"
                    + (stage.moeLayers() == 0 ? "" : ", " + FORMAT.text(stage.expertModulesPerGpu(), Dimension.COUNT)
                            + " expert modules a GPU") + ", " + FORMAT.text(stage.memory().total(), Dimension.BYTES)
                    + " a GPU");
        }
        share.map().groups().forEach(group -> lines.add(group.kind().label() + " " + group.size() + ": " + group.reason()
                + (Double.isNaN(group.bytesPerSecond()) ? ""
                        : ", " + FORMAT.text(group.bytesPerSecond(), Dimension.BYTES_PER_SECOND))));
        return lines;
    }
}
