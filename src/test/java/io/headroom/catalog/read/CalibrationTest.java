package io.headroom.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The profiles are those of the cost model's section on profiles; figures copied from there by hand. */
class CalibrationTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final double HARDWARE = Double.NaN;

    @Test
    void planIsTheConventionOfDeploymentPlans() {
        assertThat(profile("plan").constants()).isEqualTo(
                new Constants(0.6, 0.6, 0.8, 0.8, 0, 0, 0, 0, 2e9, 1, 1, 1, HARDWARE, HARDWARE, 1, 1, 1, 0, 0, 0, 0, 0,
                        1, 0, 0, 0, 1, 0, 0, 1, 0));
    }

    @Test
    void idealIsPhysics() {
        assertThat(profile("ideal").constants()).isEqualTo(
                new Constants(1, 1, 1, 1, 0, 0, 0, 0, 2e9, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0));
    }

    @ParameterizedTest
    @EnumSource
    void aKnobReadsAndSetsItsOwnFigure(Knob knob) {
        Constants ideal = profile("ideal").constants();
        Constants changed = ideal.with(knob, 0.25);
        assertThat(changed.get(knob)).isEqualTo(0.25);
        for (Knob other : Knob.values()) {
            if (other != knob) {
                assertThat(changed.get(other)).isEqualTo(ideal.get(other));
            }
        }
    }

    private static Profile profile(String id) {
        return CATALOG.profile(id).orElseThrow();
    }
}
