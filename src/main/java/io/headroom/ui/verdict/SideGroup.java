package io.headroom.ui.verdict;

import io.headroom.ui.theme.Nodes;
import io.headroom.ui.verdict.Item.Content;
import java.util.List;
import java.util.function.IntFunction;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A named list of the side pane; where its lines can be edited, a form opens above them. */
final class SideGroup extends VBox {

    private final HBox head = new HBox();
    private final VBox items = new VBox();
    private IntFunction<Node> forms;
    private Node form;
    private List<?> edited = List.of();

    SideGroup(String title) {
        Label name = new Label(title);
        name.getStyleClass().add("hr-section");
        head.getChildren().add(name);
        head.setAlignment(Pos.CENTER_LEFT);
        items.getStyleClass().add("side-items");
        getChildren().addAll(head, items);
    }

    /** Makes lines open a form: {@code forms} makes it for the line of an index, for a new line where there is none. */
    void edits(String what, String spoken, IntFunction<Node> made) {
        forms = made;
        Button add = new Button("+ " + what);
        add.setId("add." + what.toLowerCase(java.util.Locale.ROOT));
        add.setAccessibleText(spoken);
        add.getStyleClass().addAll("small", "side-add");
        add.setOnAction(e -> open(-1));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().addAll(gap, add);
    }

    private void open(int index) {
        open(forms.apply(index));
    }

    /** Opens {@code made} above the lines. */
    void open(Node made) {
        close();
        form = made;
        getChildren().add(1, form);
        Nodes.focusFirst(form);
    }

    /** Takes the form away. */
    void close() {
        getChildren().remove(form);
        form = null;
    }

    /** Takes the form away where the list that it edits is not {@code now}. */
    void closeUnless(List<?> now) {
        if (!now.equals(edited)) {
            edited = now;
            close();
        }
    }

    /** Shows these lines in the nodes of those before. */
    void show(List<Content> now, String ifEmpty) {
        List<Content> lines = now.isEmpty() ? List.of(new Content("", Tone.PLAIN, "", ifEmpty)) : now;
        ObservableList<Node> nodes = items.getChildren();
        if (nodes.size() > lines.size()) {
            nodes.remove(lines.size(), nodes.size());
        }
        while (nodes.size() < lines.size()) {
            int index = nodes.size();
            Item item = new Item();
            if (forms != null) {
                item.setOnOpen(() -> open(index));
            }
            nodes.add(item);
        }
        for (int i = 0; i < lines.size(); i++) {
            ((Item) nodes.get(i)).show(lines.get(i));
        }
    }
}
