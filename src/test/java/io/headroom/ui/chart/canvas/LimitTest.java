package io.headroom.ui.chart.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import org.junit.jupiter.api.Test;

class LimitTest {

    private static Limit of(double actual) {
        return Limit.of("capacity", 64e9, actual, new Formatter(ByteUnits.GB), Dimension.BYTES);
    }

    @Test
    void saysHowMuchIsFreeOrHowFarOver() {
        assertThat(of(34.56e9).sentence()).isEqualTo("64.0 GB capacity, 46 % free");
        assertThat(of(34.56e9).marked()).isEqualTo("✓ 46 % free");
        assertThat(of(60e9).marked()).isEqualTo("! 6.3 % free");
        assertThat(of(85e9).marked()).isEqualTo("✗ over by 21.0 GB");
    }

    @Test
    void isMetWhenJustReached() {
        assertThat(of(64e9).state()).isEqualTo(Limit.State.CLOSE);
        assertThat(of(64e9).verdict()).isEqualTo("0 % free");
        assertThat(of(64e9 + 1).state()).isEqualTo(Limit.State.OVER);
    }
}
