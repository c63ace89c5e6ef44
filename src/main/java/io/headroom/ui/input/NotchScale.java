package io.headroom.ui.input;

import io.headroom.explore.input.Stop;
import io.headroom.ui.chart.canvas.TextMeasure;
import io.headroom.ui.theme.Fonts;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * What stands under a slider: the values of its stops, illegal ones struck out with their reason as a tooltip, those
 * with a warning marked, those that reach beyond a node under a line, and a hollow tick where the baseline is. Painted on one canvas: a node for every tick and
 * label would be a quarter of the window, visited with every frame.
 */
final class NotchScale extends Region {

    private static final double LABEL_GAP = 5;
    private static final double TICK = 5;
    private static final double TOP = 1;
    private static final double BEYOND = 2;
    private static final double GHOST = 4;
    /** How near to a tick the mouse asks for its reason. */
    private static final double REACH = 5;
    private static final double ILLEGAL_OPACITY = 0.75;

    private final Slider slider;
    private final boolean labelled;
    private final ObservableValue<Palette> palette;
    private final Canvas canvas = new Canvas();
    /** Takes the type of labels from the style sheets. */
    private final Text probe = new Text("8");
    // made when it is first needed: it is a window with a scene
    private final Hint hint = Hint.on(this);
    private final List<Label> labels = new ArrayList<>();
    private List<Stop> stops = List.of();
    private DoubleFunction<String> text = String::valueOf;
    private double current = Double.NaN;
    private int ghostAt = -1;

    /** A label that found room; {@code at} is the index of its stop. */
    private record Label(int at, String text, double left, double right) {

        private boolean touches(Label other) {
            return left < other.right + LABEL_GAP && other.left < right + LABEL_GAP;
        }
    }

    NotchScale(Slider slider, boolean labelled, ObservableValue<Palette> palette) {
        this.slider = slider;
        this.labelled = labelled;
        this.palette = palette;
        getStyleClass().add("notch-scale");
        probe.getStyleClass().add("notch-label");
        probe.setManaged(false);
        probe.setVisible(false);
        probe.fontProperty().subscribe(font -> requestLayout());
        palette.subscribe(colours -> requestLayout());
        canvas.setManaged(false);
        setFocusTraversable(false);
        getChildren().addAll(probe, canvas);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::explain);
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> hint.say(""));
    }

    /** Shows these stops; {@code baseline} is the value that the plan is compared with. */
    void show(List<Stop> now, double value, double baseline, DoubleFunction<String> toText) {
        List<Stop> before = stops;
        boolean isSameText = value == current && text.apply(value).equals(toText.apply(value));
        int ghostBefore = ghostAt;
        stops = now;
        text = toText;
        current = value;
        ghostAt = baseline == value ? -1 : indexOf(baseline);
        if (!isSameText || ghostAt != ghostBefore || !looksLike(before, now)) {
            // they lie elsewhere once painted anew
            labels.clear();
            requestLayout();
        }
    }

    /** Whether these stops are painted as those are: other reasons look the same. */
    private static boolean looksLike(List<Stop> before, List<Stop> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            Stop a = before.get(i);
            Stop b = now.get(i);
            if (a.value() != b.value() || a.isLegal() != b.isLegal() || a.warning().isEmpty() != b.warning().isEmpty()
                    || a.crossesNodes() != b.crossesNodes()) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(double value) {
        for (int i = 0; i < stops.size(); i++) {
            if (stops.get(i).value() == value) {
                return i;
            }
        }
        return -1;
    }

    @Override
    protected double computePrefHeight(double width) {
        return TOP + TICK + (labelled ? Math.ceil(TextMeasure.lineHeight(probe.getFont())) : 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, getWidth(), getHeight());
        double[] x = positions();
        if (labelled) {
            place(x);
            for (int i = 0; i < x.length; i++) {
                tick(gc, stops.get(i), Math.round(x[i]));
            }
            beyond(gc, x);
            labels.forEach(label -> draw(gc, label));
        }
        if (ghostAt >= 0) {
            ghost(gc, x[ghostAt]);
        }
    }

    private double[] positions() {
        Node thumb = slider.lookup(".thumb");
        double thumbWidth = thumb == null ? 0 : thumb.getLayoutBounds().getWidth();
        double span = slider.getWidth() - thumbWidth;
        double last = Math.max(1, stops.size() - 1);
        double[] x = new double[stops.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = thumbWidth / 2 + span * i / last;
        }
        return x;
    }

    /** Gives labels room in the order of their weight: the current value, then the ends, then legal ones. */
    private void place(double[] x) {
        labels.clear();
        for (int rank = 0; rank <= 3; rank++) {
            for (int i = 0; i < x.length; i++) {
                if (rank(i) == rank) {
                    Stop stop = stops.get(i);
                    String words = text.apply(stop.value());
                    double width = TextMeasure.width(font(stop), words);
                    double left = Math.clamp(x[i] - width / 2, 0, Math.max(0, getWidth() - width));
                    Label label = new Label(i, words, Math.round(left), Math.round(left) + width);
                    if (labels.stream().noneMatch(label::touches)) {
                        labels.add(label);
                    }
                }
            }
        }
    }

    private int rank(int index) {
        if (stops.get(index).value() == current) {
            return 0;
        }
        boolean isEnd = index == 0 || index == stops.size() - 1;
        return isEnd ? 1 : stops.get(index).isLegal() ? 2 : 3;
    }

    private Font font(Stop stop) {
        Font font = probe.getFont();
        return stop.value() == current ? Fonts.semiBold(font, font.getSize()) : font;
    }

    private void tick(GraphicsContext gc, Stop stop, double x) {
        boolean isWarned = stop.isLegal() && !stop.warning().isEmpty();
        gc.setFill(colour(stop.isLegal() ? isWarned ? Ink.WARN : Ink.MUTED : Ink.LINE));
        double thickness = isWarned ? 2 : 1;
        gc.fillRect(x, TOP, thickness, TICK);
    }

    /** Ties together the stops at which groups reach beyond a node. */
    private void beyond(GraphicsContext gc, double[] x) {
        int first = 0;
        while (first < x.length && !stops.get(first).crossesNodes()) {
            first++;
        }
        int last = x.length - 1;
        while (last > first && !stops.get(last).crossesNodes()) {
            last--;
        }
        if (first < x.length) {
            gc.setFill(colour(Ink.WARN));
            gc.fillRect(Math.round(x[first]), 0, Math.round(x[last] - x[first]) + 2, BEYOND);
        }
    }

    private void draw(GraphicsContext gc, Label label) {
        Stop stop = stops.get(label.at);
        Font font = font(stop);
        Ink ink = stop.value() == current ? Ink.ACCENT
                : stop.isLegal() && !stop.warning().isEmpty() ? Ink.WARN : Ink.MUTED;
        gc.setGlobalAlpha(stop.isLegal() ? 1 : ILLEGAL_OPACITY);
        gc.setFill(colour(ink));
        gc.setFont(font);
        double top = TOP + TICK;
        gc.fillText(label.text, label.left, Math.round(top + TextMeasure.ascent(font)));
        if (!stop.isLegal()) {
            double middle = Math.round(top + TextMeasure.lineHeight(font) * 0.55);
            gc.fillRect(label.left - 1, middle, label.right - label.left + 2, 1);
        }
        gc.setGlobalAlpha(1);
    }

    private void ghost(GraphicsContext gc, double x) {
        double[] across = {x - GHOST, x, x + GHOST};
        double[] down = {TOP + TICK, TOP, TOP + TICK};
        gc.setFill(colour(Ink.SUBTLE));
        gc.fillPolygon(across, down, 3);
        gc.setStroke(colour(Ink.BASELINE));
        gc.setLineWidth(1.25);
        gc.strokePolygon(across, down, 3);
    }

    private static String reason(Stop stop) {
        return stop.isLegal() ? stop.warning() : stop.blocked();
    }

    private Color colour(Ink ink) {
        return palette.getValue().color(ink);
    }

    /** The stop whose label is at {@code x}, else the one whose tick is nearest; -1 where none is near. */
    private int stopAt(double x) {
        for (Label label : labels) {
            if (x >= label.left && x <= label.right) {
                return label.at;
            }
        }
        double[] ticks = positions();
        int nearest = -1;
        double distance = REACH;
        for (int i = 0; i < ticks.length; i++) {
            if (Math.abs(ticks[i] - x) < distance) {
                nearest = i;
                distance = Math.abs(ticks[i] - x);
            }
        }
        return nearest;
    }

    private void explain(MouseEvent event) {
        int at = stopAt(event.getX());
        String reason = at < 0 ? "" : reason(stops.get(at));
        hint.say(reason);
    }
}
