package io.headroom.ui.file;

import java.io.File;
import java.util.List;
import java.nio.file.Path;
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
        setVisible(false);
        setManaged(false);
        what.getStyleClass().add("file-drop-text");
        getChildren().add(what);
        target.addEventHandler(DragEvent.DRAG_OVER, this::over);
        target.addEventHandler(DragEvent.DRAG_EXITED_TARGET, e -> hide(e, target));
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

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            List<File> files = event.getDragboard().getFiles();
            what.setText("Drop to open " + files.getFirst().getName());
            setVisible(true);
            setManaged(true);
            event.consume();
        }
    }

    private void hide(DragEvent event, Node target) {
        if (event.getTarget() == target) {
            hide();
        }
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }

    private void dropped(DragEvent event) {
        hide();
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        if (!files.isEmpty()) {
            Path first = files.getFirst().toPath();
            // a question asked from within the drop would hold the other program up
            Platform.runLater(() -> {
                onDrop.accept(first);
                if (files.size() > 1) {
                    say.accept("One file at a time: only " + first.getFileName() + " was opened.");
                }
            });
        }
    }
}
