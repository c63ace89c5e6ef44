package io.headroom.ui.compare;

import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.View;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** The view that compares plans, side by side or over an input; its parts are made when they are shown first. */
public final class CompareView implements View {

    private final PlanSession session;
    private final Work work;
    private final ObservableValue<Palette> palette;
    private final Runnable redraw;
    private final StackPane middle = new StackPane();
    private VBox all;
    private ComparePane table;
    private BreakEvenPane breakEven;
    private boolean isBreakEven;

    /**
     * @param session the review
     * @param work where lines over an input are worked out
     * @param palette colours
     * @param redraw asks for {@link #show} with the next pulse
     */
    public CompareView(PlanSession session, Work work, ObservableValue<Palette> palette, Runnable redraw) {
        this.session = session;
        this.work = work;
        this.palette = palette;
        this.redraw = redraw;
    }

    @Override
    public ViewName name() {
        return ViewName.COMPARE;
    }

    @Override
    public Region node() {
        if (all == null) {
            ToggleButton sides = kind("Side by side", false);
            sides.setSelected(true);
            SegmentedButton kinds = new SegmentedButton(sides, kind("Break-even", true));
            HBox line = new HBox(kinds);
            line.getStyleClass().add("compare-kinds");
            middle.setMinSize(0, 0);
            all = new VBox(line, middle);
            VBox.setVgrow(middle, Priority.ALWAYS);
        }
        return all;
    }

    private ToggleButton kind(String text, boolean isOfBreakEven) {
        ToggleButton button = new ToggleButton(text);
        button.setId(isOfBreakEven ? "compare.break-even" : "compare.sides");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            // a click on what is shown must not leave none selected
            button.setSelected(true);
            isBreakEven = isOfBreakEven;
            redraw.run();
        });
        return button;
    }

    @Override
    public void show(Shown shown) {
        if (isBreakEven) {
            if (breakEven == null) {
                breakEven = new BreakEvenPane(session, work, palette, redraw);
            }
            place(breakEven);
            breakEven.show(shown);
        } else {
            if (table == null) {
                table = new ComparePane(session);
            }
            place(table);
            table.show(shown);
        }
    }

    private void place(Node part) {
        if (!middle.getChildren().contains(part)) {
            middle.getChildren().setAll(part);
        }
    }
}
