package io.headroom.ui.input;

import io.headroom.session.input.Stop;
import io.headroom.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;

/**
 * What stands under a slider: the values of its stops, illegal ones struck out with their reason as a tooltip, those
 * with a warning marked, and a hollow tick where the baseline is.
 */
final class NotchScale extends Region {

    private static final double LABEL_GAP = 5;
    private static final double TICK = 5;
    private static final double TOP = 1;

    private final Slider slider;
    private final boolean labelled;
    private final List<Mark> marks = new ArrayList<>();
    private final Polygon ghost = new Polygon(0, 5, 4, 0, 8, 5);
    private final Tooltip tip = new Tooltip();
    private List<Stop> stops = List.of();
    private double current = Double.NaN;
    private int ghostAt = -1;

    /** The nodes of one stop, kept from one plan to the next: making them costs more than all else in a drag. */
    private static final class Mark {
        private final Line tick = new Line(0, 0, 0, TICK);
        private final Text text = new Text();
        private Stop stop;
        private boolean isCurrent;

        private Mark() {
            tick.setManaged(false);
            text.setManaged(false);
            tick.getStyleClass().setAll("notch-tick");
            text.getStyleClass().setAll("notch-label");
        }

        private String reason() {
            return stop.isLegal() ? stop.warning() : stop.blocked();
        }
    }

    NotchScale(Slider slider, boolean labelled) {
        this.slider = slider;
        this.labelled = labelled;
        getStyleClass().add("notch-scale");
        ghost.getStyleClass().add("baseline-tick");
        ghost.setManaged(false);
        ghost.setVisible(false);
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        setFocusTraversable(false);
        getChildren().add(ghost);
    }

    /** Shows these stops; {@code baseline} is the value that the plan is compared with. */
    void show(List<Stop> now, double value, double baseline, DoubleFunction<String> text) {
        boolean isMoved = current != value;
        current = value;
        int ghostBefore = ghostAt;
        if (now.equals(stops) && !isMoved) {
            ghostAt = baseline == value ? -1 : indexOf(baseline);
        } else {
            stops = now;
            ghostAt = baseline == value ? -1 : indexOf(baseline);
            update(text);
            requestLayout();
        }
        if (ghostAt != ghostBefore) {
            ghost.setVisible(ghostAt >= 0);
            requestLayout();
        }
    }

    private void update(DoubleFunction<String> text) {
        if (!labelled) {
            return;
        }
        if (marks.size() != stops.size()) {
            resize();
        }
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            Stop stop = stops.get(i);
            boolean isCurrent = stop.value() == current;
            if (!stop.equals(mark.stop) || isCurrent != mark.isCurrent) {
                mark.stop = stop;
                mark.isCurrent = isCurrent;
                style(mark, text.apply(stop.value()));
            }
        }
    }

    private void resize() {
        while (marks.size() < stops.size()) {
            marks.add(new Mark());
        }
        marks.subList(stops.size(), marks.size()).clear();
        List<Node> nodes = new ArrayList<>();
        marks.forEach(mark -> nodes.addAll(List.of(mark.tick, mark.text)));
        nodes.add(ghost);
        getChildren().setAll(nodes);
    }

    private void style(Mark mark, String label) {
        List<String> states = new ArrayList<>();
        if (!mark.stop.isLegal()) {
            states.add("illegal");
        } else if (!mark.stop.warning().isEmpty()) {
            states.add("warned");
        }
        restyle(mark.tick, "notch-tick", states);
        if (mark.isCurrent) {
            states.add("current");
        }
        restyle(mark.text, "notch-label", states);
        mark.text.setText(label);
        mark.text.setStrikethrough(!mark.stop.isLegal());
        if (mark.reason().isEmpty()) {
            Tooltip.uninstall(mark.text, tip);
            mark.text.setOnMouseEntered(null);
        } else if (mark.text.getOnMouseEntered() == null) {
            Tooltip.install(mark.text, tip);
            mark.text.setOnMouseEntered(e -> tip.setText(mark.reason()));
        }
    }

    private static void restyle(Node node, String base, List<String> states) {
        List<String> wanted = new ArrayList<>(states);
        wanted.addFirst(base);
        StyleClasses.set(node, wanted);
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
        double line = labelled && !marks.isEmpty() ? marks.getFirst().text.getLayoutBounds().getHeight() : 0;
        return TOP + TICK + line;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Node thumb = slider.lookup(".thumb");
        double thumbWidth = thumb == null ? 0 : thumb.getLayoutBounds().getWidth();
        double span = slider.getWidth() - thumbWidth;
        double last = Math.max(1, stops.size() - 1);
        double[] x = new double[stops.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = thumbWidth / 2 + span * i / last;
        }
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            mark.tick.relocate(snapPositionX(x[i]), TOP);
            double w = mark.text.getLayoutBounds().getWidth();
            double left = Math.clamp(x[i] - w / 2, 0, Math.max(0, getWidth() - w));
            mark.text.relocate(snapPositionX(left), TOP + TICK);
        }
        thin();
        if (ghostAt >= 0) {
            ghost.relocate(snapPositionX(x[ghostAt] - 4), TOP);
        }
    }

    /** Hides labels that would touch a more important one: the current value, then the ends, then from the left. */
    private void thin() {
        List<Mark> placed = new ArrayList<>();
        marks.stream().sorted((a, b) -> rank(a) - rank(b)).forEach(mark -> {
            boolean isFree = placed.stream().noneMatch(other -> touches(mark.text, other.text));
            mark.text.setVisible(isFree);
            if (isFree) {
                placed.add(mark);
            }
        });
    }

    private int rank(Mark mark) {
        if (mark.stop.value() == current) {
            return 0;
        }
        boolean isEnd = mark == marks.getFirst() || mark == marks.getLast();
        return isEnd ? 1 : mark.stop.isLegal() ? 2 : 3;
    }

    private static boolean touches(Text a, Text b) {
        double aLeft = a.getBoundsInParent().getMinX();
        double aRight = a.getBoundsInParent().getMaxX();
        return aLeft < b.getBoundsInParent().getMaxX() + LABEL_GAP
                && b.getBoundsInParent().getMinX() < aRight + LABEL_GAP;
    }
}
