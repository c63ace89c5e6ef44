package io.headroom.check.audit.relate;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.check.audit.Open;
import io.headroom.check.audit.ReadPlan;
import io.headroom.estimate.layout.Groups;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What a text states about one plan in one scope.
 *
 * @param read the plan
 * @param scope the scope
 * @param claims its claims and measurements, without requirements, alerts and inputs
 */
record Statements(ReadPlan read, String scope, List<Claim> claims) {

    static Statements of(ClaimedReport report, ReadPlan read, String scope) {
        return new Statements(read, scope, report.claims().stream()
                .filter(claim -> claim.subject().equals(read.plan().name()) && claim.scopeOrPlain().equals(scope))
                .filter(Statements::states).toList());
    }

    static boolean states(Claim claim) {
        return switch (claim.role()) {
            case CLAIM, MEASUREMENT -> true;
            case REQUIREMENT, ALERT, INPUT -> false;
        };
    }

    Plan plan() {
        return read.plan();
    }

    List<Claim> all(String metric) {
        return claims.stream().filter(claim -> claim.metric().equals(metric)).toList();
    }

    Optional<Claim> first(String metric) {
        return claims.stream().filter(claim -> claim.metric().equals(metric)).findFirst();
    }

    boolean knows(Open... needed) {
        return java.util.Arrays.stream(needed).noneMatch(read.open()::contains);
    }

    /** How the plan's GPUs are shared, where its degrees make whole groups. */
    Optional<Groups> groups() {
        return Groups.areWhole(plan().parallelism()) ? Optional.of(Groups.of(plan().parallelism())) : Optional.empty();
    }
}
