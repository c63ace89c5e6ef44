package io.headroom.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths by hand: a column of 600 pixels has 300 for three doublings, so 100 for each. */
class ChangeBarTest {

    private static final double WIDTH = 600;
    private static final double DOUBLING = 100;

    private final ChangeBar bar = new ChangeBar();

    @ParameterizedTest
    @CsvSource({"1, 1", "-0.5, -1", "3, 2", "-0.75, -2", "7, 3", "63, 3", "-0.99, -3"})
    void halfAndTwiceAsMuchAreEquallyLong(double change, double doublings) {
        Bounds drawn = drawn(change);
        assertThat(doublings > 0 ? drawn.getMaxX() : drawn.getMinX()).isCloseTo(WIDTH / 2 + doublings * DOUBLING, within(1.0));
        assertThat(doublings > 0 ? drawn.getMinX() : drawn.getMaxX()).isCloseTo(WIDTH / 2, within(1.0));
    }

    @Test
    void withoutANumberThereIsNoBar() {
        bar.show(1);
        bar.show(Double.NaN);
        assertThat(bar.getChildrenUnmodifiable()).noneMatch(javafx.scene.Node::isVisible);
        // a rate that falls below nothing has no ratio
        bar.show(-2);
        assertThat(bar.getChildrenUnmodifiable()).noneMatch(javafx.scene.Node::isVisible);
    }

    private Bounds drawn(double change) {
        bar.show(change);
        bar.resize(WIDTH, 24);
        bar.layout();
        return bar.lookup(".change-length").getBoundsInParent();
    }
}
