package io.headroom.session;

import io.headroom.explore.uncertainty.Quantiles;
import io.headroom.explore.uncertainty.Uncertainty;
import io.headroom.estimate.Metric;
import java.util.Optional;

/**
 * What the ranges of the plan on screen come to.
 *
 * @param last what was sampled last of this plan, empty where nothing was
 * @param isAwaited whether another answer is on its way, so that the last is old
 */
public record Doubt(Optional<Uncertainty> last, boolean isAwaited) {

    /** Nothing is uncertain. */
    public static final Doubt NONE = new Doubt(Optional.empty(), false);

    /** Whether numbers are on the screen that are not those of the plan there. */
    public boolean isOld() {
        return isAwaited && last.isPresent();
    }

    /** The band of {@code metric}; empty where none is known or no range moves it. */
    public Optional<Quantiles> band(Metric metric) {
        return last.flatMap(found -> found.band(metric));
    }
}
