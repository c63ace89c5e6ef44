package io.headroom.ui.input;

import io.headroom.explore.input.Input;
import io.headroom.explore.uncertainty.Uncertain;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.plan.Ranges.Range;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import io.headroom.ui.theme.Choices;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.Nodes;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Between which ends an input may lie; it has nodes only once the plan says so. */
final class RangeRow extends HBox {

    private final PlanSession session;
    private final Uncertain of;
    private final Consumer<String> say;
    // none where there is no range
    private NumberField low;
    private NumberField high;
    private final Button open = new Button("±");

    /** @param say told what was wrong with an end that was typed */
    RangeRow(PlanSession session, Uncertain of, Consumer<String> say) {
        this.session = session;
        this.of = of;
        this.say = say;
        Input input = of.input();
        open.setId(input.key() + ".range");
        open.setAccessibleText("Give " + input.label() + " a range");
        Hint.on(open, "Uncertain: give a lowest and a highest value, and see what they come to");
        open.getStyleClass().addAll("reset", "flat", "range-open");
        open.setOnAction(e -> set(of.usual(session.planProperty().get())));
        getStyleClass().add("input-range");
        Nodes.visible(this, false);
    }

    /** Made where there is a range: the toolkit walks over all nodes of a window with each frame, and fields are large. */
    private void fill() {
        Input input = of.input();
        low = new NumberField(input.label() + ", lowest", text -> typed(text, true));
        high = new NumberField(input.label() + ", highest", text -> typed(text, false));
        low.setId(input.key() + ".low");
        high.setId(input.key() + ".high");
        Button close = new Button("✕");
        close.setId(input.key() + ".certain");
        close.setAccessibleText("Take the range of " + input.label() + " away");
        Hint.on(close, "No range: " + input.label() + " is certain");
        close.getStyleClass().addAll("reset", "flat");
        close.setOnAction(e -> session.edit(Change.of("No range of " + input.symbol()),
                p -> p.withRanges(p.ranges().without(input.key()))));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, Choices.name("between", low), low, Choices.name("and", high), high, close);
    }

    /** What opens it, where there is no range. */
    Button opener() {
        return open;
    }

    void show(Optional<Range> range, Formatter format) {
        if (range.isPresent() && low == null) {
            fill();
        } else if (range.isEmpty() && low != null) {
            low = null;
            high = null;
            getChildren().clear();
        }
        Nodes.visible(this, range.isPresent());
        Nodes.visible(open, range.isEmpty());
        range.ifPresent(ends -> {
            low.show(of.input().text(ends.min(), format));
            high.show(of.input().text(ends.max(), format));
        });
    }

    private void typed(String text, boolean isLow) {
        Plan plan = session.planProperty().get();
        Range before = plan.ranges().of(of.input().key()).orElse(null);
        Input.Reading reading = of.input().read(text, plan, session.shown().format());
        if (before == null || !reading.isTaken()) {
            say.accept(reading.message());
            return;
        }
        double value = reading.value();
        if (isLow ? value > before.max() : value < before.min()) {
            say.accept("The lowest value is above the highest.");
            return;
        }
        set(isLow ? new Range(value, before.max()) : new Range(before.min(), value));
        say.accept(reading.message());
    }

    private void set(Range range) {
        Formatter format = session.shown().format();
        session.edit(Change.of("Range of " + of.input().symbol() + " " + of.input().text(range.min(), format) + " to "
                + of.input().text(range.max(), format)), p -> p.withRanges(p.ranges().with(of.input().key(), range)));
    }
}
