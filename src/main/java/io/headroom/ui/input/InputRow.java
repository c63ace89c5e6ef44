package io.headroom.ui.input;

import io.headroom.explore.input.Assumption;
import io.headroom.explore.input.GpuLock;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Stop;
import io.headroom.explore.uncertainty.Uncertain;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.plan.Ranges;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One input: its name, its number field, its slider with the scale, and what is to be said of the last number typed. */
final class InputRow extends VBox {

    private final PlanSession session;
    private final Input free;
    private final Assumption assumption;
    private final Label name = new Label();
    private Hint hint;
    private final Label message = new Label();
    private final Label beyond = new Label("crosses nodes");
    private final Button reset = new Button("↺");
    private final NumberField field;
    private final PlanSlider slider;
    private final NotchScale scale;
    private final Optional<RangeRow> range;
    private Look look;
    private double saidAt = Double.NaN;
    private Input input;
    private Plan gestureStart;

    /** All that decides what the row looks like. */
    private record Look(double value, double baseline, List<Stop> stops, boolean isOwn, ByteUnits units,
            Optional<Ranges.Range> range, String source) {
    }

    InputRow(PlanSession session, Input input, boolean labelled, ObservableValue<Palette> palette) {
        this(session, input, null, labelled, palette);
    }

    InputRow(PlanSession session, Assumption assumption, ObservableValue<Palette> palette) {
        this(session, assumption.input(), assumption, false, palette);
    }

    private InputRow(PlanSession session, Input input, Assumption assumption, boolean labelled,
            ObservableValue<Palette> palette) {
        this.session = session;
        this.free = input;
        this.input = input;
        this.assumption = assumption;
        String spoken = input.symbol().equals(input.label()) || !labelled ? input.label()
                : input.label() + " parallel, " + input.symbol();
        this.field = new NumberField(spoken, this::typed);
        this.slider = new PlanSlider(spoken, this::choose);
        this.scale = new NotchScale(slider, labelled, palette);
        this.range = Uncertain.byKey(input.key()).map(u -> new RangeRow(session, u,
                text -> say(text, input.valueIn(session.planProperty().get()))));
        slider.setId(input.key());
        field.setId(input.key() + ".number");
        slider.valueChangingProperty().subscribe((before, now) -> gesture(now));
        slider.addEventHandler(KeyEvent.KEY_TYPED, this::digit);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        slider.setAccessibleHelp(input.help());
        lay(labelled);
    }

    private void lay(boolean labelled) {
        name.setText(labelled ? input.label() + " (" + input.symbol() + ")" : input.label());
        name.setLabelFor(slider);
        hint = Hint.on(name, input.help());
        // names of assumptions are long: rather two lines than a row wider than its column
        name.setWrapText(assumption != null);
        name.setMinWidth(assumption == null ? Region.USE_PREF_SIZE : 0);
        name.setMinHeight(Region.USE_PREF_SIZE);
        message.getStyleClass().addAll("input-message", "hr-small", "hr-warn");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        reset.getStyleClass().addAll("reset", "flat");
        reset.setAccessibleText("Take " + input.label() + " from the profile again");
        Hint.on(reset, "Set by this plan. Take the profile's value again.");
        reset.setOnAction(e -> session.edit(Change.of("Reset " + input.symbol()), assumption::reset));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        beyond.getStyleClass().addAll("hr-small", "hr-warn");
        Hint.on(beyond, "Groups at the stops below the line reach beyond the fast links of a node.");
        HBox top = new HBox(name, gap, beyond, reset, field);
        top.getStyleClass().add("input-top");
        getStyleClass().add("input-row");
        getChildren().addAll(top, slider, scale);
        range.ifPresent(row -> {
            top.getChildren().add(top.getChildren().size() - 1, row.opener());
            getChildren().add(row);
        });
        getChildren().add(message);
        slider.setMaxWidth(Double.MAX_VALUE);
        Nodes.visible(reset, false);
        Nodes.visible(message, false);
        Nodes.visible(beyond, false);
    }

    /** The key of its input. */
    String key() {
        return input.key();
    }

    /** Whether {@code plan} has a value of its input. */
    boolean isKnownIn(Plan plan) {
        return !Double.isNaN(input.valueIn(plan));
    }

    /** Redraws the row, where anything in it has changed. */
    void show(Shown shown) {
        Plan plan = shown.now().plan();
        boolean isOwn = assumption != null && assumption.isOverriddenIn(plan);
        Look now = new Look(input.valueIn(plan), input.valueIn(shown.baseline().plan()), input.stopsFor(plan), isOwn,
                shown.format().byteUnits(), plan.ranges().of(input.key()),
                assumption == null ? "" : assumption.sourceIn(plan));
        if (now.value != saidAt) {
            say("", Double.NaN);
        }
        if (now.equals(look)) {
            return;
        }
        look = now;
        Formatter format = shown.format();
        DoubleFunction<String> text = v -> input.text(v, format);
        slider.show(now.stops, now.value, text);
        scale.show(now.stops, now.value, now.baseline, text);
        field.show(text.apply(now.value));
        range.ifPresent(row -> row.show(now.range, format));
        boolean isChanged = now.value != now.baseline;
        StyleClasses.toggle(name, "hr-changed", isChanged);
        String help = now.source.isEmpty() ? input.help() : input.help() + "\n" + now.source;
        hint.say(isChanged ? help + "\nBaseline: " + text.apply(now.baseline) : help);
        Nodes.visible(reset, isOwn);
        Nodes.visible(beyond, now.stops.stream().anyMatch(Stop::crossesNodes));
    }

    /** Lets other degrees give way, so that the number of GPUs stays, or not. */
    void keepGpus(boolean isKept) {
        input = isKept ? GpuLock.on(free) : free;
        gestureStart = null;
    }

    /** Switches the row off with a reason, or on with an empty one. */
    void blocked(String reason) {
        slider.setDisable(!reason.isEmpty());
        field.setDisable(!reason.isEmpty());
        if (!reason.isEmpty()) {
            hint.say(reason);
        }
    }

    private void choose(double value) {
        Plan now = session.planProperty().get();
        // from where the drag began, so that what gives way does not depend on the stops passed
        Plan from = gestureStart == null || input == free ? now : gestureStart;
        Plan to = input.with(from, value);
        Formatter format = session.shown().format();
        session.edit(new Change(input.symbol(), input.text(input.valueIn(from), format),
                input.text(value, format) + GpuLock.gaveWay(from, to, input)), plan -> to);
    }

    private void typed(String text) {
        Plan plan = session.planProperty().get();
        Input.Reading reading = input.read(text, plan, session.shown().format());
        if (reading.isTaken()) {
            choose(reading.value());
        }
        field.show(input.text(input.valueIn(session.planProperty().get()), session.shown().format()));
        say(reading.message(), input.valueIn(session.planProperty().get()));
    }

    private void say(String text, double atValue) {
        saidAt = atValue;
        if (!message.getText().equals(text)) {
            message.setText(text);
        }
        Nodes.visible(message, !text.isEmpty());
    }

    private void gesture(boolean isOpen) {
        if (isOpen) {
            session.beginGesture();
            gestureStart = session.planProperty().get();
        } else {
            session.endGesture();
            gestureStart = null;
        }
    }

    private void digit(KeyEvent event) {
        String typed = event.getCharacter();
        if (typed.length() == 1 && Character.isDigit(typed.charAt(0)) && !event.isShortcutDown()) {
            field.type(typed);
            event.consume();
        }
    }

    private void step(KeyEvent event) {
        int steps = switch (event.getCode()) {
            case UP -> 1;
            case DOWN -> -1;
            default -> 0;
        };
        if (steps != 0) {
            slider.move(steps);
            event.consume();
        }
    }
}
