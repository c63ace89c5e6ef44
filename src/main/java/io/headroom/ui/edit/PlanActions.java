package io.headroom.ui.edit;

import io.headroom.json.JsonRefused;
import io.headroom.json.Problem;
import io.headroom.session.DocumentSession;
import io.headroom.session.Notice;
import io.headroom.session.PlanSession;
import io.headroom.session.arrange.Arrangement;
import io.headroom.ui.command.Command;
import io.headroom.ui.command.Commands;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The commands that name, move, copy and paste plans. */
public final class PlanActions {

    private final PlanSession session;
    private final DocumentSession documents;
    private final Arrangement arrangement;
    private final Function<String, Optional<String>> askName;

    /**
     * @param session the review
     * @param documents told of what could not be done
     * @param arrangement does it
     * @param askName asks for a name in place of the one given
     */
    public PlanActions(PlanSession session, DocumentSession documents, Arrangement arrangement,
            Function<String, Optional<String>> askName) {
        this.session = session;
        this.documents = documents;
        this.arrangement = arrangement;
        this.askName = askName;
    }

    /** Lets the commands of plans do what they say. */
    public void connect(Commands commands) {
        commands.on(Command.RENAME, this::rename).on(Command.MOVE_LEFT, () -> arrangement.move(-1))
                .on(Command.MOVE_RIGHT, () -> arrangement.move(1)).on(Command.COPY_PLAN, this::copy)
                .on(Command.PASTE_PLAN, this::paste);
    }

    private void rename() {
        askName.apply(session.planProperty().get().name()).map(arrangement::rename).filter(why -> !why.isEmpty())
                .ifPresent(why -> documents.tell(new Notice(Notice.Kind.FAILED, "Not renamed", java.util.List.of(why))));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(arrangement.copied());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank()) {
            documents.tell(new Notice(Notice.Kind.INFORMS, "Nothing to paste: the clipboard holds no text",
                    java.util.List.of()));
            return;
        }
        try {
            arrangement.paste(text);
        } catch (JsonRefused e) {
            documents.tell(new Notice(Notice.Kind.FAILED, "The clipboard holds no plan",
                    e.problems().stream().map(Problem::toString).toList()));
        }
    }
}
