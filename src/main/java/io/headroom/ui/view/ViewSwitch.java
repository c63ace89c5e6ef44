package io.headroom.ui.view;

import io.headroom.ui.theme.Hint;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;

/** The choice of the view, one button each. */
public final class ViewSwitch extends StackPane {

    private final Map<ViewName, ToggleButton> buttons = new EnumMap<>(ViewName.class);

    public ViewSwitch(Views views) {
        getStyleClass().add("view-switch");
        SegmentedButton choice = new SegmentedButton();
        for (ViewName name : views.names()) {
            ToggleButton button = new ToggleButton(name.label());
            button.setId("view." + name.id());
            button.setAccessibleText("View: " + name.label());
            Hint.on(button, name.command().label()
                    + name.command().keys().map(k -> "  " + k.getDisplayText()).orElse(""));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> {
                // a click on the view that is shown must not leave none selected
                button.setSelected(true);
                views.select(name);
            });
            buttons.put(name, button);
            choice.getButtons().add(button);
        }
        getChildren().add(choice);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        views.currentProperty().subscribe(now -> buttons.get(now).setSelected(true));
    }
}
