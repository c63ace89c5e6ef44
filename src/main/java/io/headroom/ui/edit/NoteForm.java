package io.headroom.ui.edit;

import io.headroom.check.NoteAnchor;
import io.headroom.estimate.Metric;
import io.headroom.plan.Extras;
import io.headroom.plan.Note;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;

/** Asks for a note and the metric it is about, if any. */
public final class NoteForm extends Form {

    private static final int ROWS = 4;
    private static final int LONGEST = 4_000;
    private static final String NOTHING = "";

    private final PlanSession session;
    private final int index;
    private final Note before;
    private final ComboBox<String> on = choice("What the note is about",
            id -> id.isEmpty() ? "about the plan" : NoteAnchor.of(id).label());
    private final TextArea text = new TextArea();

    /**
     * @param session the plan on screen
     * @param index of the note that is changed; of none where it is new
     * @param close takes the form away
     */
    public NoteForm(PlanSession session, Optional<Integer> index, Runnable close) {
        this(session, index.orElse(-1), index.map(i -> session.planProperty().get().notes().get(i))
                .orElse(new Note(NOTHING, "", Extras.NONE)), close);
    }

    /** A new note about {@code on}. */
    public static NoteForm about(PlanSession session, String on, Runnable close) {
        NoteForm form = new NoteForm(session, -1, new Note(on, "", Extras.NONE), close);
        Platform.runLater(form.text::requestFocus);
        return form;
    }

    private NoteForm(PlanSession session, int index, Note before, Runnable close) {
        super(close);
        this.session = session;
        this.index = index;
        this.before = before;
        setId("note-form");
        on.setId("note.on");
        on.getItems().add(NOTHING);
        if (!before.on().isEmpty() && Metric.byId(before.on()).isEmpty()) {
            on.getItems().add(before.on());
        }
        for (Metric metric : Metric.values()) {
            on.getItems().add(metric.id());
        }
        on.setValue(before.on());
        text.setId("note.text");
        text.setAccessibleText("The note");
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        text.setText(before.text());
        lay(index >= 0 ? this::remove : null, on, text);
    }

    @Override
    String save() {
        String words = text.getText().strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            return "A note has 1 to " + LONGEST + " characters.";
        }
        Note wanted = new Note(on.getValue(), words, before.extras());
        session.edit(Change.of(index < 0 ? "Add a note" : "Change a note"), plan -> {
            List<Note> all = new ArrayList<>(plan.notes());
            if (index < 0 || index >= all.size()) {
                all.add(wanted);
            } else {
                all.set(index, wanted);
            }
            return plan.withNotes(all);
        });
        return "";
    }

    private void remove() {
        session.edit(Change.of("Remove a note"), this::without);
    }

    private Plan without(Plan plan) {
        List<Note> rest = new ArrayList<>(plan.notes());
        rest.remove(before);
        return plan.withNotes(rest);
    }
}
