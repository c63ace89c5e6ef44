package io.headroom.ui.chart.scatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import org.junit.jupiter.api.Test;

class LogAxisTest {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);

    @Test
    void equalFactorsAreEqualLengths() {
        LogAxis axis = new LogAxis(1e-3, 10);
        assertThat(axis.fraction(1e-3)).isZero();
        assertThat(axis.fraction(0.1)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.fraction(10)).isCloseTo(1, within(1e-12));
    }

    @Test
    void showsEveryValueWithRoomOnBothSides() {
        LogAxis axis = LogAxis.of(new double[] {0.02, 0.5, 0.003});
        assertThat(axis.low()).isLessThan(0.003).isGreaterThan(0.002);
        assertThat(axis.high()).isGreaterThan(0.5).isLessThan(0.7);
        LogAxis single = LogAxis.of(new double[] {0.02});
        assertThat(single.fraction(0.02)).isCloseTo(0.5, within(1e-12));
        assertThat(single.high() / single.low()).isGreaterThan(3);
    }

    @Test
    void ticksAreRoundAndTheirUnitSuitsEachOfThem() {
        assertThat(new LogAxis(0.0008, 3).ticks(12)).hasSize(11);
        assertThat(new LogAxis(0.0008, 3).ticks(4)).containsExactly(0.001, 0.01, 0.1, 1.0);
        assertThat(LogAxis.label(0.0005, FORMAT, Dimension.SECONDS)).isEqualTo("500 µs");
        assertThat(LogAxis.label(0.02, FORMAT, Dimension.SECONDS)).isEqualTo("20 ms");
        assertThat(LogAxis.label(200, FORMAT, Dimension.SECONDS)).isEqualTo("200 s");
    }
}
