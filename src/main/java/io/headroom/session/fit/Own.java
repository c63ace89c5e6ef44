package io.headroom.session.fit;

import io.headroom.estimate.Metric;
import io.headroom.format.Dimension;
import io.headroom.validate.fit.Sample;
import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Reading.Configuration;

/**
 * A measurement of one's own.
 *
 * @param id its name among all of them
 * @param system what was measured: a plan, or a row of a file
 * @param quantity what was measured of it
 * @param dimension what its numbers measure
 * @param sample the measurement and how to estimate it
 */
public record Own(String id, String system, String quantity, Dimension dimension, Sample sample) {

    static Own ofPlan(Sample sample) {
        Metric metric = Metric.byId(sample.quantity()).orElseThrow();
        return new Own(sample.id(), sample.plan().name(), metric.label(), metric.dimension(), sample);
    }

    static Own ofFile(Configuration row, Sample sample) {
        // ids of rows need not be unique in a file of one's own
        return new Own("line " + row.measurement().line() + ":" + row.measurement().id(), row.measurement().id(),
                row.quantity().label(), dimension(row.quantity()), sample);
    }

    private static Dimension dimension(Quantity quantity) {
        return switch (quantity.phase()) {
            case PREFILL, DECODE, REQUEST -> Dimension.SECONDS;
            default -> quantity == Quantity.REQUESTS ? Dimension.REQUESTS_PER_SECOND : Dimension.TOKENS_PER_SECOND;
        };
    }
}
