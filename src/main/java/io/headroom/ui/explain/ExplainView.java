package io.headroom.ui.explain;

import io.headroom.estimate.Metric;
import io.headroom.session.Shown;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.View;
import io.headroom.ui.view.ViewName;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** The view that opens a number; its controls are made when it is shown first. */
public final class ExplainView implements View {

    private final ObservableValue<Palette> palette;
    private Consumer<String> toInput = key -> { };
    private ExplainPane pane;

    /** @param palette colours */
    public ExplainView(ObservableValue<Palette> palette) {
        this.palette = palette;
    }

    /** What goes to the input of a key, when somebody wants to change a term. */
    public void setOnInput(Consumer<String> wanted) {
        toInput = wanted;
    }

    @Override
    public ViewName name() {
        return ViewName.EXPLAIN;
    }

    @Override
    public Region node() {
        return pane();
    }

    @Override
    public void show(Shown shown) {
        pane().show(shown);
    }

    @Override
    public void hidden() {
        pane().hide();
    }

    /** Opens {@code metric} from the next redraw on. */
    public void open(Metric metric) {
        pane().open(metric);
    }

    /** Opens {@code metric} and, of its terms, the part {@code key} of its chart. */
    public void open(Metric metric, String key) {
        pane().open(metric, key);
    }

    private ExplainPane pane() {
        if (pane == null) {
            pane = new ExplainPane(palette, key -> toInput.accept(key));
        }
        return pane;
    }
}
