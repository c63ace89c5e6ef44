package io.headroom.ui;

import io.headroom.catalog.Catalog;
import io.headroom.session.Samples;
import io.headroom.ui.command.Command;
import io.headroom.ui.command.Commands;
import io.headroom.ui.file.FileActions;
import io.headroom.ui.theme.Look;
import io.headroom.ui.theme.Theme;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** The menus, made from the table of commands. */
final class MainMenu extends MenuBar {

    private final Commands commands;
    private final Catalog catalog;
    private final Work work;

    MainMenu(Commands commands, List<ViewName> views, FileActions files, Theme theme,
            Supplier<List<String>> recent, Catalog catalog, Work work) {
        this.commands = commands;
        this.catalog = catalog;
        this.work = work;
        setFocusTraversable(false);
        getMenus().addAll(file(files, recent), edit(), view(views, theme), menu("_Help", Command.KEYS));
    }

    private Menu file(FileActions files, Supplier<List<String>> recent) {
        Menu samples = new Menu("Start from");
        for (String name : Samples.NAMES) {
            samples.getItems().add(plain(name, () -> files.openSample(name)));
        }
        Menu last = new Menu("Recent");
        Menu file = menu("_File", Command.NEW, Command.OPEN);
        file.getItems().addAll(samples, last, new SeparatorMenuItem(), commands.item(Command.SAVE),
                commands.item(Command.SAVE_AS), commands.item(Command.REPORT), new SeparatorMenuItem(),
                commands.item(Command.IMPORT),
                commands.item(Command.IMPORT_MEASUREMENTS), new SeparatorMenuItem(), commands.item(Command.QUIT));
        file.setOnShowing(e -> {
            describe(samples);
            last.getItems().setAll(recent.get().stream()
                    .map(path -> plain(path, () -> files.open(Path.of(path)))).toList());
            last.setDisable(last.getItems().isEmpty());
        });
        return file;
    }

    /** Says what each sample is and what becomes of it; once, and not before somebody may choose one. */
    private void describe(Menu samples) {
        if (samples.getProperties().put("described", true) == null) {
            work.background().execute(() -> {
                List<String> lines = Samples.NAMES.stream().map(name -> Samples.line(name, catalog)).toList();
                work.window().execute(() -> {
                    for (int i = 0; i < lines.size(); i++) {
                        samples.getItems().get(i).setText(lines.get(i));
                    }
                });
            });
        }
    }

    private Menu edit() {
        Menu edit = menu("_Edit", Command.UNDO, Command.REDO);
        edit.getItems().addAll(new SeparatorMenuItem(), commands.item(Command.COPY_PLAN),
                commands.item(Command.COPY_FLAGS), commands.item(Command.PASTE_PLAN), new SeparatorMenuItem(), commands.item(Command.DUPLICATE),
                commands.item(Command.RENAME), commands.item(Command.MOVE_LEFT), commands.item(Command.MOVE_RIGHT),
                commands.item(Command.REMOVE), commands.item(Command.BASELINE), new SeparatorMenuItem(),
                commands.item(Command.EDIT_MODEL), commands.item(Command.EDIT_GPU), commands.item(Command.LOCK));
        return edit;
    }

    private Menu view(List<ViewName> views, Theme theme) {
        Menu looks = new Menu("Theme");
        ToggleGroup group = new ToggleGroup();
        looks.getItems().addAll(look("Light", Look.LIGHT, theme.lookProperty(), group),
                look("Dark", Look.DARK, theme.lookProperty(), group),
                look("As the system", Look.SYSTEM, theme.lookProperty(), group));
        Menu view = menu("_View");
        views.forEach(name -> view.getItems().add(commands.item(name.command())));
        view.getItems().addAll(new SeparatorMenuItem(), looks, commands.item(Command.UNITS), new SeparatorMenuItem(),
                commands.item(Command.ZOOM_IN), commands.item(Command.ZOOM_OUT), commands.item(Command.ZOOM_RESET),
                new SeparatorMenuItem(), commands.item(Command.NEXT_PLAN), commands.item(Command.SIDE_PANE),
                commands.item(Command.PRESENT));
        return view;
    }

    private Menu menu(String name, Command... items) {
        Menu menu = new Menu(name);
        for (Command command : items) {
            menu.getItems().add(commands.item(command));
        }
        return menu;
    }

    private static MenuItem plain(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }

    private static RadioMenuItem look(String text, Look look, ObjectProperty<Look> current, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setOnAction(e -> current.set(look));
        current.subscribe(now -> item.setSelected(now == look));
        return item;
    }
}
