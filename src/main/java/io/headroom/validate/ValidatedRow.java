package io.headroom.validate;

import io.headroom.catalog.band.Band;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Reading.Configuration;
import java.util.Optional;

/**
 * A measurement and its estimate, in the row's own unit.
 *
 * @param id the row's id; a pair of rows has both, joined by " + "
 * @param configuration the plan and load that were estimated
 * @param quantity what is compared; for a pair, E2E
 * @param measured the measurement
 * @param estimated the estimate
 * @param isDerived whether the measurement is the sum of a TTFT and the TPOTs of one configuration
 * @param doubt name of the rule by which the measurement is doubted, or empty
 * @param heldOut what of the row the fit that estimates it has not seen
 */
public record ValidatedRow(String id, Configuration configuration, Quantity quantity, double measured,
        double estimated, boolean isDerived, String doubt, HeldOut heldOut) {

    /** A row as the shipped fit estimates it. */
    public ValidatedRow(String id, Configuration configuration, Quantity quantity, double measured, double estimated,
            boolean isDerived, String doubt) {
        this(id, configuration, quantity, measured, estimated, isDerived, doubt, HeldOut.NOTHING);
    }

    /** The row of the file; for a pair, that of TPOT. */
    public Measurement measurement() {
        return configuration.measurement();
    }

    /** Estimated over measured, less 1: positive where the estimate is too high. */
    public double error() {
        return estimated / measured - 1;
    }

    /** The band that validation earned for such a quantity; empty where another fit than the shipped one estimates the row. */
    public Optional<Band> band() {
        return heldOut != HeldOut.NOTHING ? Optional.empty() : configuration.plan().assumptions().band(quantity.bandQuantity());
    }

    /** Whether there is a band and the measurement lies in it. */
    public boolean isInBand() {
        return band().filter(b -> measured >= b.low(estimated) && measured <= b.high(estimated)).isPresent();
    }

    ValidatedRow doubted(String rule) {
        return new ValidatedRow(id, configuration, quantity, measured, estimated, isDerived, rule, heldOut);
    }

    ValidatedRow estimated(double value, HeldOut notSeen) {
        return new ValidatedRow(id, configuration, quantity, measured, value, isDerived, doubt, notSeen);
    }
}
