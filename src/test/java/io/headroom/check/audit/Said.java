package io.headroom.check.audit;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.audit.judge.Audit;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Claims and plans for tests, as short as they can be said. */
public final class Said {

    public static final Catalog CATALOG = CatalogFiles.load();

    private Said() {
    }

    /** "2.86", "GB" of plan "p". */
    public static Claim of(String metric, String number, String unit) {
        return of(1, "p", metric, number, unit);
    }

    public static Claim of(int line, String subject, String metric, String number, String unit) {
        return of(line, subject, metric, "", number, unit, "exact", Claim.Role.CLAIM);
    }

    public static Claim of(int line, String subject, String metric, String scope, String number, String unit,
            String bound, Claim.Role role) {
        return new Claim(line, "", subject, metric, scope, ExpectedClaim.written(number, unit, bound), role);
    }

    /** A number that stands in the text for itself. */
    public static Claim input(String number, String unit) {
        return of(1, "", "", "", number, unit, "exact", Claim.Role.INPUT);
    }

    /** Plan "p" under the profile "plan" with 64 requests, 2048 tokens in, 256 out. */
    public static Plan plan(String model, String gpu, int tensor, int pipeline, int data, int expert) {
        Plan plan = Plan.of("p", CATALOG.model(model).orElseThrow(), Hardware.of(CATALOG.gpu(gpu).orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()));
        return plan.withWorkload(plan.workload().withConcurrentRequests(64)).withParallelism(
                new Parallelism(tensor, pipeline, data, expert, 1, false, List.of()));
    }

    public static ClaimedReport report(Plan plan, Set<Open> open, Claim... claims) {
        return new ClaimedReport("", List.of(new ReadPlan(plan, open)), List.of(claims), List.of(), List.of());
    }

    /** What the audit says of the last of {@code claims}. */
    public static AuditedClaim audited(Plan plan, Set<Open> open, Claim... claims) {
        List<AuditedClaim> all = Audit.of(report(plan, open, claims), CATALOG).claims();
        return all.get(all.size() - 1);
    }
}
