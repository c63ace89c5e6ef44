package io.headroom.ui.input;

import io.headroom.session.input.Stop;
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
    private List<Stop> stops = List.of();
    private double current;
    private int ghostAt = -1;

    private record Mark(Stop stop, Line tick, Text text, boolean isLegal) {
    }

    NotchScale(Slider slider, boolean labelled) {
        this.slider = slider;
        this.labelled = labelled;
        getStyleClass().add("notch-scale");
        ghost.getStyleClass().add("baseline-tick");
        ghost.setManaged(false);
        setFocusTraversable(false);
        getChildren().add(ghost);
    }

    /** Shows these stops; {@code baseline} is the value that the plan is compared with. */
    void show(List<Stop> now, double value, double baseline, DoubleFunction<String> text) {
        if (!now.equals(stops)) {
            rebuild(now, text);
        }
        ghostAt = baseline == value ? -1 : indexOf(baseline);
        ghost.setVisible(ghostAt >= 0);
        if (current != value) {
            current = value;
            marks.forEach(m -> style(m, m.stop.value() == value));
        }
        requestLayout();
    }

    private void rebuild(List<Stop> now, DoubleFunction<String> text) {
        stops = now;
        current = Double.NaN;
        marks.clear();
        List<Node> nodes = new ArrayList<>();
        if (labelled) {
            for (Stop stop : now) {
                Mark mark = new Mark(stop, new Line(0, 0, 0, TICK), new Text(text.apply(stop.value())), stop.isLegal());
                mark.tick.setManaged(false);
                mark.text.setManaged(false);
                style(mark, false);
                explain(mark);
                marks.add(mark);
                nodes.add(mark.tick);
                nodes.add(mark.text);
            }
        }
        nodes.add(ghost);
        getChildren().setAll(nodes);
    }

    private static void style(Mark mark, boolean isCurrent) {
        mark.text.getStyleClass().setAll("notch-label");
        mark.tick.getStyleClass().setAll("notch-tick");
        if (!mark.isLegal) {
            mark.text.getStyleClass().add("illegal");
            mark.tick.getStyleClass().add("illegal");
        } else if (!mark.stop.warning().isEmpty()) {
            mark.text.getStyleClass().add("warned");
            mark.tick.getStyleClass().add("warned");
        }
        if (isCurrent) {
            mark.text.getStyleClass().add("current");
        }
        mark.text.setStrikethrough(!mark.isLegal);
    }

    private static void explain(Mark mark) {
        String reason = mark.isLegal ? mark.stop.warning() : mark.stop.blocked();
        if (!reason.isEmpty()) {
            Tooltip tip = new Tooltip(reason);
            tip.setWrapText(true);
            tip.setMaxWidth(360);
            Tooltip.install(mark.text, tip);
        }
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
        return isEnd ? 1 : mark.isLegal ? 2 : 3;
    }

    private static boolean touches(Text a, Text b) {
        double aLeft = a.getBoundsInParent().getMinX();
        double aRight = a.getBoundsInParent().getMaxX();
        return aLeft < b.getBoundsInParent().getMaxX() + LABEL_GAP
                && b.getBoundsInParent().getMinX() < aRight + LABEL_GAP;
    }
}
