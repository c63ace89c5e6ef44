package io.headroom.validate.read;

import io.headroom.plan.Plan;

/** What a row turned out to be: a configuration to be estimated, or a row that cannot be, with the reason. */
public sealed interface Reading {

    /** The row. */
    Measurement measurement();

    /**
     * A row that the estimator can be asked about.
     *
     * @param measurement the row
     * @param quantity what it measures
     * @param plan the deployment; its concurrent requests are set by {@code load}
     * @param load how requests arrived
     * @param siPerUnit SI units in one unit of the row: 1e-3 for ms, 2^30 for GiB
     * @param reservesWhole whether the engine admits a request only with room for all of its tokens
     */
    record Configuration(Measurement measurement, Quantity quantity, Plan plan, Load load, double siPerUnit,
            boolean reservesWhole) implements Reading {

        /** The same measured of another deployment. */
        public Configuration with(Plan value) {
            return new Configuration(measurement, quantity, value, load, siPerUnit, reservesWhole);
        }
    }

    /**
     * A row that cannot be expressed.
     *
     * @param measurement the row
     * @param reason why, the same words for all rows of one kind
     * @param detail what exactly was found, or empty
     */
    record Skipped(Measurement measurement, String reason, String detail) implements Reading {
    }
}
