package io.headroom.check.audit.judge;

import io.headroom.catalog.Catalog;
import io.headroom.check.audit.AuditResult;
import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.check.audit.ReadPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets every claim of a text beside the text's own arithmetic, what its plan gives and what physics allows. */
public final class Audit {

    private Audit() {
    }

    /**
     * Audits {@code report}.
     *
     * @param catalog says what accelerators support
     */
    public static AuditResult of(ClaimedReport report, Catalog catalog) {
        Reckoning reckoning = new Reckoning(report);
        Map<String, PlanFacts> facts = new HashMap<>();
        for (ReadPlan read : report.plans()) {
            facts.putIfAbsent(read.plan().name(), new PlanFacts(read));
        }
        List<AuditedClaim> audited = new ArrayList<>();
        for (Claim claim : report.claims()) {
            if (claim.role() != Claim.Role.INPUT) {
                audited.add(new ClaimJudge(claim, reckoning, Optional.ofNullable(facts.get(claim.subject())), catalog)
                        .judge());
            }
        }
        return new AuditResult(report, audited);
    }

    /** Whether the bound of {@code metric} is the most that there can be, and not the least. */
    public static boolean isMost(String metric) {
        return Limits.isCeiling(metric);
    }
}
