package io.headroom.ui.view;

import io.headroom.session.Shown;
import io.headroom.ui.command.Commands;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Holds the views and shows one of them. */
public final class Views extends StackPane {

    private final Map<ViewName, View> views = new EnumMap<>(ViewName.class);
    private final ReadOnlyObjectWrapper<ViewName> current = new ReadOnlyObjectWrapper<>(this, "current");

    /** @param views each once; the first is shown */
    public Views(List<View> views) {
        views.forEach(view -> this.views.put(view.name(), view));
        select(views.getFirst().name());
    }

    /** Shows {@code name} from the next redraw on. */
    public void select(ViewName name) {
        if (name == current.get()) {
            return;
        }
        if (current.get() != null) {
            views.get(current.get()).hidden();
        }
        Region node = views.get(name).node();
        // sizes come from the window down: asking every label up to the root costs half of a redraw
        node.setMinSize(0, 0);
        node.setPrefSize(1, 1);
        node.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        getChildren().setAll(node);
        current.set(name);
    }

    /** Redraws the view on screen. */
    public void show(Shown shown) {
        views.get(current.get()).show(shown);
    }

    /** The views there are, in their order. */
    public List<ViewName> names() {
        return List.copyOf(views.keySet());
    }

    /** The view on screen. */
    public ReadOnlyObjectProperty<ViewName> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Lets the commands of all views show them. */
    public void connect(Commands commands) {
        names().forEach(name -> commands.on(name.command(), () -> select(name)));
    }
}
