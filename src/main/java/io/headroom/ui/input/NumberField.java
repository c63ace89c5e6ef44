package io.headroom.ui.input;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A text field for a number, with a commit of its own: Enter or loss of focus takes what was typed, Escape goes back,
 * and a text that nobody touched is never taken.
 */
final class NumberField extends TextField {

    private static final int COLUMNS = 6;

    private final Consumer<String> onCommit;
    private String shown = "";

    /**
     * @param name spoken name
     * @param onCommit told of the text that was typed
     */
    NumberField(String name, Consumer<String> onCommit) {
        this.onCommit = onCommit;
        setAccessibleText(name);
        setPrefColumnCount(COLUMNS);
        getStyleClass().addAll("hr-number", "number-field");
        setOnAction(e -> {
            commit();
            selectAll();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && isTouched()) {
                setText(shown);
                selectAll();
                e.consume();
            }
        });
        focusedProperty().subscribe((before, now) -> {
            if (!now) {
                commit();
            }
        });
    }

    /** Shows the value of the plan, unless the user is typing. */
    void show(String text) {
        boolean isTyping = isFocused() && isTouched();
        shown = text;
        if (!isTyping && !getText().equals(text)) {
            setText(text);
        }
    }

    /** Takes the focus with {@code start} typed already. */
    void type(String start) {
        requestFocus();
        setText(start);
        end();
    }

    private boolean isTouched() {
        return !getText().equals(shown);
    }

    private void commit() {
        if (isTouched()) {
            String typed = getText();
            setText(shown);
            onCommit.accept(typed);
        }
    }
}
