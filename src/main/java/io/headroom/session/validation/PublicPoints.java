package io.headroom.session.validation;

import io.headroom.validate.HeldOut;
import io.headroom.validate.HeldOutEstimates;
import io.headroom.validate.ValidatedRow;
import java.util.List;
import java.util.Optional;

/**
 * The public rows as one fit estimates them, and what it takes to have them from another.
 *
 * @param rows as the shipped fit estimates them
 * @param others how the fits of the cross-validation do; empty before anything was read
 * @param kind the fit of the points
 * @param points the rows that took part in it
 */
record PublicPoints(List<ValidatedRow> rows, Optional<HeldOutEstimates> others, HeldOut kind, List<Point> points) {

    static final PublicPoints NONE = new PublicPoints(List.of(), Optional.empty(), HeldOut.NOTHING, List.of());

    static PublicPoints of(List<ValidatedRow> rows, HeldOutEstimates others) {
        return new PublicPoints(rows, Optional.of(others), HeldOut.NOTHING, points(rows));
    }

    /** The same by the fit that has not seen {@code wanted}. */
    PublicPoints by(HeldOut wanted) {
        return wanted == kind || others.isEmpty() ? this : new PublicPoints(rows, others, wanted,
                points(rows.stream().flatMap(row -> others.get().of(row, wanted).stream()).toList()));
    }

    private static List<Point> points(List<ValidatedRow> rows) {
        return rows.stream().map(row -> new Point(row, Point.Origin.PUBLIC)).toList();
    }
}
