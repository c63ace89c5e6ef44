package io.headroom.ui.edit;

import io.headroom.explore.launch.Launch;
import io.headroom.json.JsonRefused;
import io.headroom.json.Problem;
import io.headroom.plan.Plan;
import io.headroom.session.DocumentSession;
import io.headroom.session.Notice;
import io.headroom.session.PlanSession;
import io.headroom.session.arrange.Arrangement;
import io.headroom.ui.command.Command;
import io.headroom.ui.command.Commands;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The commands that name, move, copy and paste plans, and copy how they are started. */
public final class PlanActions {

    private final PlanSession session;
    private final DocumentSession documents;
    private final Arrangement arrangement;
    private final Function<String, Optional<String>> askName;
    private final Consumer<String> say;

    /**
     * @param session the review
     * @param documents told of what could not be done
     * @param arrangement does it
     * @param askName asks for a name in place of the one given
     * @param say told in a few words what was done
     */
    public PlanActions(PlanSession session, DocumentSession documents, Arrangement arrangement,
            Function<String, Optional<String>> askName, Consumer<String> say) {
        this.session = session;
        this.documents = documents;
        this.arrangement = arrangement;
        this.askName = askName;
        this.say = say;
    }

    /** Lets the commands of plans do what they say. */
    public void connect(Commands commands) {
        commands.on(Command.RENAME, this::rename).on(Command.MOVE_LEFT, () -> arrangement.move(-1))
                .on(Command.MOVE_RIGHT, () -> arrangement.move(1)).on(Command.COPY_PLAN, this::copy)
                .on(Command.COPY_FLAGS, this::copyFlags).on(Command.PASTE_PLAN, this::paste);
    }

    private void rename() {
        askName.apply(session.planProperty().get().name()).map(arrangement::rename).filter(why -> !why.isEmpty())
                .ifPresent(why -> documents.tell(new Notice(Notice.Kind.FAILED, "Not renamed", List.of(why))));
    }

    private void copy() {
        toClipboard(arrangement.copied());
    }

    private void copyFlags() {
        Plan plan = session.planProperty().get();
        List<Launch> launches = Launch.of(plan);
        if (launches.isEmpty()) {
            documents.tell(new Notice(Notice.Kind.INFORMS, "No launch flags were copied", List.of(Launch.whyNone(plan))));
            return;
        }
        toClipboard(launches.stream().map(Launch::text).collect(Collectors.joining("\n")));
        say.accept("Copied, to try: flags of " + launches.stream().map(l -> l.engine().label()).collect(Collectors.joining(", ")));
    }

    private static void toClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank()) {
            documents.tell(new Notice(Notice.Kind.INFORMS, "Nothing to paste: the clipboard holds no text",
                    List.of()));
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
