package io.headroom.explore.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void percentilesAreThoseOfNumpy() {
        // numpy.percentile([4, 1, 3, 2], [50, 90, 99]) is [2.5, 3.7, 3.97]
        Spread spread = Spread.of(new double[] {4, 1, 3, 2, -99}, 4);

        assertThat(spread.mean()).isEqualTo(2.5);
        assertThat(spread.p50()).isEqualTo(2.5);
        assertThat(spread.p90()).isEqualTo(3.7, within(1e-12));
        assertThat(spread.p99()).isEqualTo(3.97, within(1e-12));
    }

    @Test
    void oneSampleIsEveryPercentileAndNoneIsNoNumber() {
        assertThat(Spread.of(new double[] {7}, 1)).isEqualTo(new Spread(7, 7, 7, 7));
        assertThat(Spread.of(new double[0], 0).p99()).isNaN();
    }
}
