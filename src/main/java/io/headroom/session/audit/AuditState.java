package io.headroom.session.audit;

import io.headroom.check.audit.AuditResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the audit is.
 *
 * @param result the last that was finished, if any was
 * @param rows its claims
 * @param isStale whether the review has changed since
 * @param failure why it could not be done, empty where it could
 */
public record AuditState(Optional<AuditResult> result, List<ClaimRow> rows, boolean isStale, String failure) {

    /** Before the first. */
    public static final AuditState NONE = new AuditState(Optional.empty(), List.of(), true, "");

    static AuditState of(AuditResult result) {
        return new AuditState(Optional.of(result), ClaimRow.of(result), false, "");
    }

    AuditState stale() {
        return new AuditState(result, rows, true, failure);
    }

    static AuditState failed(String why) {
        return new AuditState(Optional.empty(), List.of(), false, why);
    }

    /** How many claims stand where, every standing there. */
    public Map<Standing, Long> counts() {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            counts.put(standing, rows.stream().filter(row -> row.standing() == standing).count());
        }
        return counts;
    }

    /** The plans that claims are about, in the order of the text. */
    public List<String> plans() {
        return rows.stream().map(row -> ClaimText.plan(row.claim())).distinct().toList();
    }
}
