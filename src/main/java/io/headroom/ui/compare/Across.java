package io.headroom.ui.compare;

import javafx.scene.layout.Region;

/** As wide as the column that it stands in, whatever is drawn in it. */
abstract class Across extends Region {

    @Override
    protected double computePrefWidth(double height) {
        return 1;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }
}
