package io.headroom.ui.compare;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * A change as a bar from the middle: to the right what is more than the baseline's, to the left what is less. Its length is
 * the logarithm, so that half and twice as much are equally long; from eight times on it ends at the edge, and the number
 * beside it tells.
 */
final class ChangeBar extends Across {

    /** Of its column. */
    static final String STYLE = "change-bars";

    private static final int MOST_DOUBLINGS = 3;
    private static final double BAR_SHARE = 0.36;
    private static final double ROOM = 2.2;

    private final Region middle = new Region();
    private final Region bar = new Region();
    private double doublings = Double.NaN;

    ChangeBar() {
        getStyleClass().add("change-bar");
        middle.getStyleClass().add("change-middle");
        bar.getStyleClass().add("change-length");
        getChildren().addAll(bar, middle);
    }

    /** @param change over the baseline less 1; NaN where there is none to draw */
    void show(double change) {
        double now = change > -1 ? Math.log1p(change) / Math.log(2) : Double.NaN;
        if (Double.compare(now, doublings) != 0) {
            doublings = now;
            bar.setVisible(Double.isFinite(now));
            middle.setVisible(Double.isFinite(now));
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double half = Math.floor(getWidth() / 2);
        double length = Math.round(Math.min(1, Math.abs(doublings) / MOST_DOUBLINGS) * half);
        double thick = Math.round(getHeight() * BAR_SHARE);
        bar.resizeRelocate(doublings < 0 ? half - length : half, Math.round((getHeight() - thick) / 2), length, thick);
        middle.resizeRelocate(half, 0, 1, getHeight());
    }

    /** What stands above a column of bars: where they end at an eighth, a quarter, half, the same, twice as much, … */
    static Region axis() {
        return new Axis();
    }

    /** Names every doubling, those at the ends inside. */
    private static final class Axis extends Across {

        Axis() {
            getStyleClass().add("change-axis");
            for (int k = -MOST_DOUBLINGS; k <= MOST_DOUBLINGS; k++) {
                String factor = String.valueOf(1 << Math.abs(k));
                getChildren().add(new Label(k == 0 ? "=" : (k < 0 ? "÷" : "×") + factor));
            }
        }

        @Override
        protected void layoutChildren() {
            double half = Math.floor(getWidth() / 2);
            for (int i = 0; i < getChildren().size(); i++) {
                Label label = (Label) getChildren().get(i);
                double width = Math.ceil(label.prefWidth(-1));
                double height = label.prefHeight(-1);
                // where they would touch, those between the middle and the ends give way
                label.setVisible((i - MOST_DOUBLINGS) % MOST_DOUBLINGS == 0 || half / MOST_DOUBLINGS > width * ROOM);
                double at = half + half * (i - MOST_DOUBLINGS) / MOST_DOUBLINGS - width / 2;
                label.resizeRelocate(Math.round(Math.clamp(at, 0, Math.max(0, getWidth() - width))),
                        Math.round((getHeight() - height) / 2), width, height);
            }
        }
    }
}
