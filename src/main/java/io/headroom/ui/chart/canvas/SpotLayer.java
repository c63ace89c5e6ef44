package io.headroom.ui.chart.canvas;

import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;

/** Above a chart: the frame around the part in question, what it says, and the focus ring; it changes on its own. */
final class SpotLayer extends Region {

    private static final double GAP = 12;
    private static final double RING = 2;

    private final ChartCanvas chart;
    private final ObservableValue<Palette> palette;
    private final List<Rectangle> frames = new ArrayList<>();
    private final Label tip = new Label();
    private final ReadOnlyObjectWrapper<Optional<Spot>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Spot> spots = List.of();
    private Set<String> lit = Set.of();
    private Consumer<Spot> onPick = spot -> { };
    private Consumer<Spot> onNote = spot -> { };
    private double tipX;
    private double tipY;

    SpotLayer(ChartCanvas chart, ObservableValue<Palette> palette) {
        this.chart = chart;
        this.palette = palette;
        setManaged(false);
        setMouseTransparent(true);
        tip.setManaged(false);
        tip.getStyleClass().add("chart-tip");
        tip.setWrapText(true);
        tip.setVisible(false);
        getChildren().add(tip);
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, event -> choose(Optional.empty()));
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            chart.requestFocus();
            current.get().ifPresent(event.getButton() == MouseButton.SECONDARY ? onNote : onPick);
        });
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    ReadOnlyObjectProperty<Optional<Spot>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    void setOnPick(Consumer<Spot> picked) {
        onPick = picked;
    }

    void setOnNote(Consumer<Spot> wanted) {
        onNote = wanted;
    }

    /** Frames the parts of these keys, which somebody points at elsewhere. */
    void light(Set<String> keys) {
        if (!keys.equals(lit)) {
            lit = keys;
            paint();
        }
    }

    /** Takes over the parts of a new picture; what was pointed at stays pointed at if it is still there. */
    void show(List<Spot> now, double width, double height) {
        spots = now;
        resizeRelocate(0, 0, width, height);
        choose(current.get().flatMap(before -> now.stream().filter(s -> s.key().equals(before.key())).findFirst()));
    }

    private void point(double x, double y) {
        tipX = x;
        tipY = y;
        Optional<Spot> hit = Optional.empty();
        for (Spot spot : spots) {
            if (spot.box().contains(x, y)) {
                hit = Optional.of(spot);
            }
        }
        choose(hit);
    }

    private void key(KeyEvent event) {
        if (spots.isEmpty() || event.isShortcutDown()) {
            return;
        }
        int at = current.get().map(spots::indexOf).orElse(-1);
        int to = switch (event.getCode()) {
            case RIGHT, DOWN -> Math.min(at + 1, spots.size() - 1);
            case LEFT, UP -> at < 0 ? spots.size() - 1 : Math.max(at - 1, 0);
            case HOME -> 0;
            case END -> spots.size() - 1;
            default -> -1;
        };
        switch (event.getCode()) {
            case ENTER, SPACE -> current.get().ifPresent(onPick);
            case N, CONTEXT_MENU -> current.get().ifPresent(onNote);
            case ESCAPE -> {
                if (current.get().isEmpty()) {
                    return;
                }
                choose(Optional.empty());
            }
            default -> {
                if (to < 0) {
                    return;
                }
                tipX = spots.get(to).box().centerX();
                tipY = spots.get(to).box().centerY();
                choose(Optional.of(spots.get(to)));
            }
        }
        event.consume();
    }

    private void choose(Optional<Spot> spot) {
        if (!spot.equals(current.get())) {
            current.set(spot);
            spot.ifPresent(s -> chart.setAccessibleText(chart.words(s).replace('\n', ',')));
        }
        paint();
        tip.setVisible(spot.isPresent());
        spot.ifPresent(this::place);
    }

    private void place(Spot spot) {
        tip.setText(chart.words(spot));
        tip.setMaxWidth(getWidth());
        double width = Math.min(getWidth(), Math.ceil(tip.prefWidth(-1)));
        double height = Math.ceil(tip.prefHeight(width));
        double x = tipX + GAP + width <= getWidth() ? tipX + GAP : tipX - GAP - width;
        double y = tipY + GAP + height <= getHeight() ? tipY + GAP : tipY - GAP - height;
        tip.resizeRelocate(Math.round(clamp(x, getWidth() - width)), Math.round(clamp(y, getHeight() - height)),
                width, height);
    }

    private static double clamp(double value, double max) {
        return Math.max(0, Math.min(value, Math.max(0, max)));
    }

    private void paint() {
        int used = 0;
        if (chart.isFocusVisible()) {
            frame(used++, new Box(0, 0, getWidth(), getHeight()), Ink.FOCUS, RING);
        }
        for (Spot spot : spots) {
            if (lit.contains(spot.key()) || current.get().filter(spot::equals).isPresent()) {
                frame(used++, spot.box().grown(2), Ink.SURFACE, 3);
                frame(used++, spot.box().grown(1.5), Ink.TEXT, 1.5);
            }
        }
        frames.subList(used, frames.size()).forEach(frame -> frame.setVisible(false));
    }

    // a canvas above a chart would keep a second picture of its size
    private void frame(int index, Box box, Ink ink, double thickness) {
        if (index == frames.size()) {
            Rectangle made = new Rectangle();
            made.setManaged(false);
            made.setFill(null);
            made.setStrokeType(StrokeType.INSIDE);
            frames.add(made);
            getChildren().add(index, made);
        }
        Rectangle frame = frames.get(index);
        frame.setX(box.x());
        frame.setY(box.y());
        frame.setWidth(box.width());
        frame.setHeight(box.height());
        frame.setStroke(palette.getValue().color(ink));
        frame.setStrokeWidth(thickness);
        frame.setVisible(box.width() >= thickness && box.height() >= thickness);
    }
}
