package io.headroom.ui.command;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** What each command does in one window, and the keys that do it. */
public final class Commands {

    private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);
    private final Map<Command, ObservableValue<Boolean>> disabled = new EnumMap<>(Command.class);

    /** Lets {@code command} do {@code action}. */
    public Commands on(Command command, Runnable action) {
        actions.put(command, action);
        return this;
    }

    /** Whether {@code command} does something here. */
    public boolean does(Command command) {
        return actions.containsKey(command);
    }

    /** Switches {@code command} off while {@code isDisabled}. */
    public Commands disable(Command command, ObservableValue<Boolean> isDisabled) {
        disabled.put(command, isDisabled);
        return this;
    }

    /** Does {@code command}, unless it is switched off. */
    public void run(Command command) {
        ObservableValue<Boolean> off = disabled.get(command);
        if (off == null || !off.getValue()) {
            actions.get(command).run();
        }
    }

    /** A menu item that does {@code command}. */
    public MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.label());
        item.setMnemonicParsing(false);
        item.setId("menu." + command.name());
        item.setOnAction(e -> run(command));
        command.keys().ifPresent(item::setAccelerator);
        ObservableValue<Boolean> off = disabled.get(command);
        if (off != null) {
            item.disableProperty().bind(off);
        }
        return item;
    }

    /**
     * Makes the keys of all commands work in {@code scene}; those with menu items work by their accelerators, and without
     * them while no menu is shown.
     */
    public void install(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            for (Command command : Command.values()) {
                if (command.hasItem() && command.keys().filter(keys -> keys.match(event)
                        && !scene.getAccelerators().containsKey(keys)).isPresent()) {
                    run(command);
                    event.consume();
                    return;
                }
            }
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            for (Command command : Command.values()) {
                if (!command.hasItem() && command.keys().isPresent() && command.keys().get().match(event)
                        && !(command.isPlainKey() && takesDigits(scene.getFocusOwner()))) {
                    run(command);
                    event.consume();
                    return;
                }
            }
        });
    }

    // digits typed on a slider start its number field
    private static boolean takesDigits(Node focused) {
        return focused instanceof TextInputControl || focused instanceof Slider;
    }
}
