package io.headroom.ui.audit;

import io.headroom.format.Formatter;
import io.headroom.session.ReadReport;
import io.headroom.session.audit.AuditState;
import io.headroom.session.audit.Choice;
import java.util.Optional;

/**
 * All that the view draws.
 *
 * @param state the audit
 * @param choice which claims are looked at
 * @param report what the review was read from
 * @param isOfReport whether the text of the report is judged, and not the figures of the plans
 * @param figures how many figures the plans have
 * @param format how numbers that are not written like a claim are written
 */
record AuditShown(AuditState state, Choice choice, Optional<ReadReport> report, boolean isOfReport, int figures,
        Formatter format) {

    /** Whether there is something to be judged at all. */
    boolean hasClaims() {
        return figures > 0 || isOfReport;
    }
}
