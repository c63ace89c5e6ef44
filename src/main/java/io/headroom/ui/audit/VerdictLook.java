package io.headroom.ui.audit;

import io.headroom.check.audit.Credence;
import io.headroom.session.audit.ClaimRow;
import io.headroom.session.audit.Standing;
import java.util.List;

/** Colours of verdicts by the names of their style classes; a sign and a word always stand beside them. */
final class VerdictLook {

    static final List<String> ALL = List.of("hr-over", "hr-warn", "hr-ok", "hr-muted");

    private VerdictLook() {
    }

    static String of(Standing standing) {
        return switch (standing) {
            case OFF -> "hr-over";
            case HOLDS -> "hr-ok";
            case UNKNOWN, ASKED, GIVEN -> "hr-muted";
        };
    }

    static String of(ClaimRow row) {
        boolean isMild = row.verdict() == Credence.OPTIMISTIC || row.verdict() == Credence.PESSIMISTIC;
        return row.standing() == Standing.OFF && isMild && !row.isMiscalculated() ? "hr-warn" : of(row.standing());
    }
}
