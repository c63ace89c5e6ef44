package io.headroom.ui.chart.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected ticks were chosen by hand. */
class ValueAxisTest {

    private static final Formatter GB = new Formatter(ByteUnits.GB);

    private static Limit limit(double bytes) {
        return Limit.of("capacity", bytes, 1, GB, Dimension.BYTES);
    }

    @Test
    void leavesRoomAboveTheLimitAndAboveTheValue() {
        assertThat(ValueAxis.of(30e9, List.of(limit(64e9)), GB, Dimension.BYTES, 5).max())
                .isCloseTo(73.6e9, within(1.0));
        assertThat(ValueAxis.of(100e9, List.of(limit(64e9)), GB, Dimension.BYTES, 5).max())
                .isCloseTo(105e9, within(1.0));
    }

    @Test
    void putsTicksAtRoundNumbersOfTheUnitShown() {
        ValueAxis decimal = ValueAxis.of(70e9, List.of(), GB, Dimension.BYTES, 5);
        assertThat(decimal.ticks()).containsExactly(0.0, 20e9, 40e9, 60e9);
        ValueAxis binary = ValueAxis.of(70e9, List.of(), new Formatter(ByteUnits.GIB), Dimension.BYTES, 5);
        assertThat(binary.ticks()).containsExactly(0.0, 20 * 0x1p30, 40 * 0x1p30, 60 * 0x1p30);
        ValueAxis time = ValueAxis.of(0.412, List.of(), GB, Dimension.SECONDS, 5);
        assertThat(time.ticks()).hasSize(5);
        assertThat(time.step()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void survivesNothing() {
        ValueAxis axis = ValueAxis.of(0, List.of(), GB, Dimension.BYTES, 5);
        assertThat(axis.max()).isPositive();
        assertThat(axis.ticks()).hasSizeBetween(2, 10);
        assertThat(ValueAxis.of(Double.NaN, List.of(), GB, Dimension.SECONDS, 5).max()).isPositive();
    }
}
