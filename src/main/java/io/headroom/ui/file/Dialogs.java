package io.headroom.ui.file;

import io.headroom.planfile.PlanFile;
import io.headroom.report.write.ReportKind;
import io.headroom.ui.theme.Theme;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The questions as dialogs of the system and of ours. */
public final class Dialogs implements Prompts {

    private final Window owner;
    private final Theme theme;
    private File folder;

    public Dialogs(Window owner, Theme theme) {
        this.owner = owner;
        this.theme = theme;
    }

    @Override
    public Optional<Path> fileToOpen() {
        FileChooser chooser = chooser("Open a plan or a report", "Plans and reports", PlanFile.EXTENSION, ".md", ".markdown", ".txt",
                ".html");
        return remembered(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> measurementsToOpen() {
        FileChooser chooser = chooser("Import measurements", "Measurements", ".csv");
        return remembered(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> modelToImport() {
        FileChooser chooser = chooser("Import the model of a Hugging Face config.json", "Configurations", PlanFile.EXTENSION);
        return remembered(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> fileToSave(String suggestedName) {
        FileChooser chooser = chooser("Save the review", "Plans", PlanFile.EXTENSION);
        chooser.setInitialFileName(suggestedName);
        return completed(remembered(chooser.showSaveDialog(owner)), path -> path.toString().endsWith(PlanFile.EXTENSION),
                PlanFile.EXTENSION, " Its content is kept beside it as a backup.");
    }

    @Override
    public Optional<Path> reportToSave(String suggestedName) {
        String usual = ReportKind.HTML.endings().getFirst();
        FileChooser chooser = chooser("Export a report", "Pages", usual);
        chooser.getExtensionFilters().add(1, new FileChooser.ExtensionFilter("Markdown (*.md)", "*.md"));
        chooser.getExtensionFilters().add(2, new FileChooser.ExtensionFilter("Numbers of all plans (*.csv)", "*.csv"));
        chooser.setInitialFileName(suggestedName + usual);
        return completed(remembered(chooser.showSaveDialog(owner)), path -> ReportKind.of(path).isPresent(), usual, "");
    }

    /** {@code chosen} with {@code ending} where it is not complete; then the user is asked before a file is replaced. */
    private Optional<Path> completed(Optional<Path> chosen, Predicate<Path> isComplete, String ending, String backup) {
        return chosen.flatMap(path -> Completion.of(path, isComplete, ending, existing -> agrees(
                "Replace " + existing.getFileName() + "?", "A file of this name is there already." + backup, "Replace")));
    }

    @Override
    public Unsaved unsaved(String title) {
        ButtonType save = new ButtonType("Save", ButtonBar.ButtonData.YES);
        ButtonType discard = new ButtonType("Discard", ButtonBar.ButtonData.NO);
        Alert alert = alert("Save the changes of " + title + "?", "Otherwise they are lost.", save, discard,
                ButtonType.CANCEL);
        ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
        return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public boolean overwriteTheirs(String message) {
        return agrees("Save over the other program's version?", message
                + " Your version replaces it; the other one is kept beside it as a backup.", "Save over it");
    }

    @Override
    public Optional<String> newName(String old) {
        TextInputDialog dialog = new TextInputDialog(old);
        dialog.initOwner(owner);
        dialog.setTitle("Rename");
        dialog.setHeaderText("Name of the plan");
        dialog.setGraphic(null);
        dialog.getEditor().setAccessibleText("Name of the plan");
        theme.apply(dialog.getDialogPane().getScene());
        return dialog.showAndWait();
    }

    @Override
    public boolean restoreDraft(String title) {
        ButtonType restore = new ButtonType("Restore", ButtonBar.ButtonData.YES);
        ButtonType forget = new ButtonType("Forget", ButtonBar.ButtonData.NO);
        return alert("Restore the changes of " + title + "?", "The program ended before they were saved.", restore,
                forget).showAndWait().orElse(forget) == restore;
    }

    private boolean agrees(String question, String text, String yes) {
        ButtonType agree = new ButtonType(yes, ButtonBar.ButtonData.YES);
        return alert(question, text, agree, ButtonType.CANCEL).showAndWait().orElse(ButtonType.CANCEL) == agree;
    }

    private Alert alert(String question, String text, ButtonType... buttons) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text, buttons);
        alert.initOwner(owner);
        alert.setHeaderText(question);
        alert.setGraphic(null);
        theme.apply(alert.getDialogPane().getScene());
        return alert;
    }

    private FileChooser chooser(String title, String what, String... extensions) {
        List<String> patterns = Arrays.stream(extensions).map(extension -> "*" + extension).toList();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter(what + " (" + String.join(", ", patterns) + ")", patterns),
                new FileChooser.ExtensionFilter("All files", "*.*"));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remembered(File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getAbsoluteFile().getParentFile();
        return Optional.of(chosen.toPath());
    }
}
