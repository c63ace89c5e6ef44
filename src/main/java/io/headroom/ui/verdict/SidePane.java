package io.headroom.ui.verdict;

import io.headroom.check.Binding;
import io.headroom.check.Judgement;
import io.headroom.check.NoteAnchor;
import io.headroom.check.RequirementStatus;
import io.headroom.check.ThroughputReach;
import io.headroom.check.legal.Finding;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Note;
import io.headroom.plan.Requirement;
import io.headroom.session.Doubt;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.session.UnderLoad;
import io.headroom.session.figures.Reached;
import io.headroom.ui.edit.LimitForm;
import io.headroom.ui.edit.NoteForm;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.verdict.Item.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The right column: what is required, what was found, what people wrote. */
public final class SidePane extends ScrollPane {

    private final SideGroup requirements = new SideGroup("Requirements");
    private final SideGroup findings = new SideGroup("Findings");
    private final SideGroup notes = new SideGroup("Notes");
    private final PlanSession session;
    private final LoadPane load;
    private final RangesPane ranges = new RangesPane();
    private Judgement shownBefore;
    private UnderLoad loadBefore;
    private Doubt doubtBefore;
    private ByteUnits unitsBefore;

    /**
     * @param session where what is typed becomes an edit
     * @param onWatch told whether percentiles are on the screen
     */
    public SidePane(PlanSession session, Consumer<Boolean> onWatch) {
        this.session = session;
        load = new LoadPane(onWatch);
        requirements.edits("Limit", "Add a limit",
                index -> new LimitForm(session, present(index, limits().size()), requirements::close));
        notes.edits("Note", "Add a note",
                index -> new NoteForm(session, present(index, remarks().size()), notes::close));
        VBox all = new VBox(requirements, load, ranges, findings, notes);
        all.getStyleClass().add("side");
        setContent(all);
        setFitToWidth(true);
        Nodes.paintInParts(this);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().addAll("side-scroll", "edge-to-edge");
    }

    /** Redraws the lists. */
    public void show(Shown shown) {
        if (shown.now().equals(shownBefore) && shown.format().byteUnits() == unitsBefore
                && shown.load().equals(loadBefore) && shown.doubt() == doubtBefore) {
            return;
        }
        doubtBefore = shown.doubt();
        loadBefore = shown.load();
        shownBefore = shown.now();
        unitsBefore = shown.format().byteUnits();
        requirements.closeUnless(limits());
        notes.closeUnless(remarks());
        requirements.show(shown.now().requirements().stream().map(s -> requirement(shown, s)).toList(),
                "No limit is set: nobody said yet what this plan must reach.");
        load.show(shown);
        ranges.show(shown);
        findings.show(findings(shown.now(), shown.format()), "");
        List<Note> all = shown.now().plan().notes();
        notes.show(IntStream.range(0, all.size()).mapToObj(i -> note(i + 1, all.get(i))).toList(), "No notes.");
    }

    /** Opens the form for a new note about {@code on}. */
    public void addNote(String on) {
        notes.open(NoteForm.about(session, on, notes::close));
    }

    private List<Requirement> limits() {
        return session.planProperty().get().requirements();
    }

    private List<Note> remarks() {
        return session.planProperty().get().notes();
    }

    private static Optional<Integer> present(int index, int size) {
        return index >= 0 && index < size ? Optional.of(index) : Optional.empty();
    }

    private static Content requirement(Shown shown, RequirementStatus status) {
        String name = status.metric().map(Metric::label).orElse(status.requirement().metric())
                + (status.requirement().soft() ? " (wish)" : "");
        if (status.metric().filter(Metric::isSimulated).isPresent()) {
            UnderLoad load = shown.load();
            if (load.isAwaited()) {
                return new Content("…", Tone.PLAIN, name + ": being played through",
                        load.isOld() ? "Before the change: " + status.text() + "." : "");
            }
            if (!load.refusal().isEmpty()) {
                return new Content("?", Tone.WARN, name + ": unknown", load.refusal());
            }
        }
        return new Content(status.status().glyph(), Tone.of(status.status()),
                name + ": " + status.status().word(), status.text() + shown.now().estimate()
                        .flatMap(e -> ThroughputReach.of(e, status)).map(reach -> ". " + reach.text()).orElse("") + ".");
    }

    private static List<Content> findings(Judgement now, Formatter format) {
        List<Content> items = new ArrayList<>();
        for (Finding finding : now.findings()) {
            items.add(new Content(finding.severity().glyph(), Tone.of(finding.severity()), "", finding.text()));
        }
        if (now.outcome() instanceof Estimate e) {
            if (!now.fits()) {
                Reached memory = Reached.memory(now, now);
                items.addFirst(new Content("✗", Tone.OVER, "", "Stage " + e.memory().worstStage() + " needs "
                        + format.text(memory.value(), Dimension.BYTES) + " a GPU, of "
                        + format.text(memory.limit(), Dimension.BYTES) + " usable: over by "
                        + format.text(memory.excess(), Dimension.BYTES) + "."));
            }
            for (Binding.Phase phase : Binding.Phase.values()) {
                items.add(new Content("·", Tone.PLAIN, "", "Bound in " + Binding.of(e, phase).text() + "."));
            }
        }
        if (now.findings().isEmpty() && now.fits()) {
            items.addFirst(new Content("✓", Tone.OK, "", "No rule speaks against this layout."));
        }
        return items;
    }

    private static Content note(int number, Note note) {
        return new Content(String.valueOf(number), Tone.PLAIN, NoteAnchor.of(note).label(), note.text());
    }
}
