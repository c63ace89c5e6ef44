package io.headroom.ui.verdict;

import io.headroom.check.Binding;
import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.legal.Finding;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Note;
import io.headroom.session.Shown;
import io.headroom.session.figures.Reached;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The right column: what is required, what was found, what people wrote. */
public final class SidePane extends ScrollPane {

    private final Group requirements = new Group("Requirements");
    private final Group findings = new Group("Findings");
    private final Group notes = new Group("Notes");
    private Judgement shownBefore;
    private ByteUnits unitsBefore;

    public SidePane() {
        VBox all = new VBox(requirements, findings, notes);
        all.getStyleClass().add("side");
        setContent(all);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().addAll("side-scroll", "edge-to-edge");
    }

    /** Redraws the lists. */
    public void show(Shown shown) {
        if (shown.now().equals(shownBefore) && shown.format().byteUnits() == unitsBefore) {
            return;
        }
        shownBefore = shown.now();
        unitsBefore = shown.format().byteUnits();
        requirements.show(shown.now().requirements().stream().<Node>map(SidePane::requirement).toList(),
                "No limit is set: nobody said yet what this plan must reach.");
        findings.show(findings(shown.now(), shown.format()), "");
        notes.show(shown.now().plan().notes().stream().<Node>map(SidePane::note).toList(), "No notes.");
    }

    private static Node requirement(RequirementStatus status) {
        String name = status.metric().map(Metric::label).orElse(status.requirement().metric())
                + (status.requirement().soft() ? " (wish)" : "");
        return new Item(status.status().glyph(), Tone.of(status.status()),
                name + ": " + status.status().word(), status.text());
    }

    private static List<Node> findings(Judgement now, Formatter format) {
        List<Node> items = new ArrayList<>();
        for (Finding finding : now.findings()) {
            items.add(new Item(finding.severity().glyph(), Tone.of(finding.severity()), "", finding.text()));
        }
        if (now.outcome() instanceof Estimate e) {
            if (!now.fits()) {
                Reached memory = Reached.memory(now, now);
                items.addFirst(new Item("✗", Tone.OVER, "", "Stage " + e.memory().worstStage() + " needs "
                        + format.text(memory.value(), Dimension.BYTES) + " a GPU, of "
                        + format.text(memory.limit(), Dimension.BYTES) + " usable: over by "
                        + format.text(memory.excess(), Dimension.BYTES) + "."));
            }
            for (Binding.Phase phase : Binding.Phase.values()) {
                items.add(new Item("·", Tone.PLAIN, "", "Bound in " + Binding.of(e, phase).text() + "."));
            }
        }
        if (now.findings().isEmpty() && now.fits()) {
            items.addFirst(new Item("✓", Tone.OK, "", "No rule speaks against this layout."));
        }
        return items;
    }

    private static Node note(Note note) {
        String on = Metric.byId(note.on()).map(Metric::label).orElse(note.on());
        return new Item("", Tone.PLAIN, on, note.text());
    }

    /** A named list. */
    private static final class Group extends VBox {
        private final VBox items = new VBox();

        Group(String title) {
            Label name = new Label(title);
            name.getStyleClass().add("hr-section");
            items.getStyleClass().add("side-items");
            getChildren().addAll(name, items);
        }

        void show(List<Node> now, String ifEmpty) {
            items.getChildren().setAll(now.isEmpty() ? List.of(new Item("", Tone.PLAIN, "", ifEmpty)) : now);
        }
    }
}
