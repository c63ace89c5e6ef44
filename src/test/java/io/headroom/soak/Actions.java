package io.headroom.soak;

import io.headroom.session.PlanSession;
import io.headroom.ui.file.FileActions;
import io.headroom.ui.view.ViewName;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The random actions, each weighted by how often it stands in the table. */
final class Actions {

    private static final List<String> JUNK = List.of("", " ", "abc", "-5", "1e400", "NaN", "1,5", "0", "7", "64", "128",
            "1000", "2.5 GB", "50 ms", "99999999999999999999", "0x10", "∞", "½", "1 024", "12.75", "\t3\n", "8k");
    private static final List<KeyCode> SLIDER_KEYS = List.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END,
            KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.UP, KeyCode.DOWN);
    private static final List<KeyCode> ANY_KEYS = List.of(KeyCode.TAB, KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.SPACE,
            KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN, KeyCode.DIGIT1, KeyCode.DIGIT3, KeyCode.B, KeyCode.F1,
            KeyCode.F2, KeyCode.F11, KeyCode.DELETE, KeyCode.DIGIT5, KeyCode.HOME);
    private static final int[][] SIZES = {{1280, 720}, {980, 720}, {1000, 1000}, {760, 600}, {1380, 720}};

    /** One thing a user does. */
    record Action(String name, Runnable run) {
    }

    private final Stage stage;
    private final SplittableRandom random;
    private final Hands hands;
    private final PlanSession session;
    private final FileActions files;
    private final List<Path> fodder;
    private final Node drop;
    private final List<Action> table = new ArrayList<>();

    Actions(Stage stage, SplittableRandom random, PlanSession session, FileActions files, List<Path> fodder) {
        this.stage = stage;
        this.random = random;
        this.hands = new Hands(stage, random);
        this.session = session;
        this.files = files;
        this.fodder = fodder;
        this.drop = stage.getScene().getRoot().lookup("#drop");
        add(14, "drag a slider", this::drag);
        add(14, "move a slider by keys", this::keys);
        add(12, "type into a field", this::number);
        add(10, "switch the view", () -> hands.type(KeyCode.valueOf("DIGIT" + (1 + random.nextInt(ViewName.values().length))), KeyCode.CONTROL));
        add(6, "undo", session::undo);
        add(4, "redo", session::redo);
        add(2, "go to a place of the history", () -> session.goTo(random.nextInt(session.historyLabels().size() + 1)));
        add(10, "press a button", this::button);
        add(6, "choose in a box", this::choose);
        add(5, "choose in the menus", this::menu);
        add(6, "click anywhere", hands::clickAnywhere);
        add(6, "move the mouse", hands::hover);
        add(5, "press a key", () -> hands.type(any(ANY_KEYS)));
        add(2, "next plan", () -> hands.type(KeyCode.TAB, KeyCode.CONTROL));
        add(1, "fill the clipboard", this::clipboard);
        add(1, "open a file", () -> files.open(any(fodder)));
        add(1, "drop a file", this::drop);
        add(1, "resize", this::resize);
        add(2, "choose a row", this::row);
    }

    private void add(int weight, String name, Runnable run) {
        for (int i = 0; i < weight; i++) {
            table.add(new Action(name, run));
        }
    }

    /** One of them. */
    Action next() {
        return any(table);
    }

    /** Lets go of what an action left open: menus and lists. */
    void closePopups() {
        List<Window> open = List.copyOf(Window.getWindows());
        for (Window window : open) {
            if (window != stage) {
                window.hide();
            }
        }
        // the mouse of the toolkit without a display works on the window that is in front
        stage.toFront();
        stage.requestFocus();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void drag() {
        Slider slider = hands.any(Slider.class, s -> true);
        if (slider != null) {
            hands.drag(slider);
        }
    }

    private void keys() {
        Slider slider = hands.any(Slider.class, s -> s.isFocusTraversable());
        if (slider != null) {
            slider.requestFocus();
            for (int i = random.nextInt(4); i >= 0; i--) {
                hands.type(any(SLIDER_KEYS));
            }
        }
    }

    private void number() {
        TextInputControl field = hands.any(TextInputControl.class, TextInputControl::isEditable);
        if (field != null) {
            field.requestFocus();
            field.setText(any(JUNK));
            hands.type(random.nextInt(3) == 0 ? KeyCode.TAB : KeyCode.ENTER);
        }
    }

    private void button() {
        ButtonBase button = hands.any(ButtonBase.class, b -> !(b instanceof MenuButton));
        if (button != null) {
            button.fire();
        }
    }

    @SuppressWarnings("unchecked")
    private void choose() {
        ComboBox<Object> box = hands.any(ComboBox.class, b -> !b.getItems().isEmpty());
        if (box != null) {
            box.getSelectionModel().select(random.nextInt(box.getItems().size()));
        }
    }

    private void row() {
        if (random.nextBoolean()) {
            TableView<?> rows = hands.any(TableView.class, t -> !t.getItems().isEmpty());
            if (rows != null) {
                rows.getSelectionModel().select(random.nextInt(rows.getItems().size()));
            }
        } else {
            TreeView<?> tree = hands.any(TreeView.class, t -> t.getExpandedItemCount() > 0);
            if (tree != null) {
                var item = tree.getTreeItem(random.nextInt(tree.getExpandedItemCount()));
                item.setExpanded(!item.isExpanded());
            }
        }
    }

    private void menu() {
        MenuBar bar = hands.any(MenuBar.class, b -> true);
        MenuItem item = bar == null ? null : any(bar.getMenus());
        while (item instanceof Menu menu) {
            List<MenuItem> items = menu.getItems();
            item = items.isEmpty() ? null : any(items);
        }
        if (item != null && !item.isDisable() && item.getOnAction() != null && !"Quit".equals(item.getText())) {
            item.fire();
        }
    }

    private void clipboard() {
        ClipboardContent content = new ClipboardContent();
        content.putString(any(List.of("{", "no plan", "{\"format\": \"headroom/plan\", \"version\": 1}", "[]", "")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void drop() {
        if (drop instanceof io.headroom.ui.file.FileDrop target) {
            List<File> held = random.nextInt(4) == 0 ? List.of() : List.of(any(fodder).toFile(), any(fodder).toFile());
            target.hold(held);
            target.take(held);
        }
    }

    private void resize() {
        int[] size = SIZES[random.nextInt(SIZES.length)];
        stage.setWidth(size[0]);
        stage.setHeight(size[1]);
    }
}
