package io.headroom.ui.file;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/** Lets files be dropped onto the window, which says so while they are held above it. */
public final class FileDrop extends StackPane {

    private final Label what = new Label();
    private Consumer<Path> onDrop = path -> { };
    private Consumer<String> say = text -> { };

    /** @param target takes the files */
    public FileDrop(Node target) {
        getStyleClass().add("file-drop");
        setId("drop");
        setMouseTransparent(true);
        show(false);
        what.getStyleClass().add("file-drop-text");
        getChildren().add(what);
        target.addEventHandler(DragEvent.DRAG_OVER, this::over);
        target.addEventHandler(DragEvent.DRAG_EXITED, e -> show(false));
        target.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    /**
     * What is done with a file.
     *
     * @param open opens it
     * @param tell told in a few words what was left out
     */
    public void connect(Consumer<Path> open, Consumer<String> tell) {
        onDrop = open;
        say = tell;
    }

    /** Says what would be opened while {@code files} are held above the window; whether they can be. */
    public boolean hold(List<File> files) {
        boolean isTaken = !files.isEmpty();
        if (isTaken) {
            what.setText("Drop to open " + files.getFirst().getName());
        }
        show(isTaken);
        return isTaken;
    }

    /** Opens the first of {@code files}, once the drop is over: a question from within would hold the other program up. */
    public void take(List<File> files) {
        show(false);
        if (files.isEmpty()) {
            return;
        }
        Path first = files.getFirst().toPath();
        Platform.runLater(() -> {
            onDrop.accept(first);
            if (files.size() > 1) {
                say.accept("One file at a time: only " + first.getFileName() + " was opened.");
            }
        });
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles() && hold(event.getDragboard().getFiles())) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        take(files);
    }

    private void show(boolean isShown) {
        setVisible(isShown);
        setManaged(isShown);
    }
}
