package io.headroom.check.audit.relate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.check.audit.ReadPlan;
import io.headroom.check.audit.Said;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisputesTest {

    @Test
    void oneMetricStatedTwiceDisputesBoth() {
        List<Dispute> disputes = disputes(Said.of(60, "p", "ttft.burst.last", "0.05", "s"),
                Said.of(34, "p", "ttft.burst.last", "2.1", "s"));

        assertThat(disputes).extracting(Dispute::text)
                .containsExactly("0.05 s here, 2.1 s in line 34.", "2.1 s here, 0.05 s in line 60.");
    }

    @Test
    void otherPlansScopesMetricsAndRoundingsDoNotCompete() {
        assertThat(disputes(Said.of(1, "p", "ttft.alone", "0.05", "s"), Said.of(2, "q", "ttft.alone", "2.1", "s"),
                said("ttft.alone", "claimed", "28.5", "exact", Claim.Role.CLAIM),
                Said.of(3, "p", "ttft.steady", "9", "s"), Said.of(4, "p", "ttft.alone", "0.06", "s"),
                said("ttft.alone", "", "30", "exact", Claim.Role.REQUIREMENT),
                said("ttft.alone", "", "5", "at most", Claim.Role.CLAIM))).isEmpty();
    }

    @Test
    void ratiosAndChangesAreAboutManyThings() {
        assertThat(disputes(Said.of("ratio", "4", "x"), Said.of("ratio", "13.5", "x"), Said.of("change", "40", "%"),
                Said.of("change", "57", "%"))).isEmpty();
    }

    @Test
    void theAlertAndTheWarningOfOneMetricAgree() {
        assertThat(disputes(said("utilization.gpu", "alert", "80", "at most", Claim.Role.ALERT),
                said("utilization.gpu", "warning", "70", "at most", Claim.Role.ALERT))).hasSize(2);
        assertThat(disputes(said("utilization.gpu", "alert", "80", "at most", Claim.Role.ALERT),
                said("utilization.gpu", "alert", "95", "at least", Claim.Role.ALERT),
                said("utilization.gpu", "warning", "80", "at most", Claim.Role.ALERT),
                said("utilization.gpu", "critical", "50", "at most", Claim.Role.ALERT),
                said("utilization.gpu", "info", "85", "at most", Claim.Role.ALERT))).isEmpty();
    }

    @Test
    void theAlternativeThatDoesNotFitTheOthersIsDisputed() {
        // report 000: 16 x 11.25 = 180, 32 x 5.6 = 179.2, 40 x 4.5 = 180, 24 x 4.95 = 118.8
        List<Dispute> disputes = Disputes.of(alternatives(16, "11.25", 24, "4.95", 32, "5.6", 40, "4.5"));

        assertThat(disputes).hasSize(1);
        assertThat(disputes.get(0).claim().subject()).isEqualTo("24");
        assertThat(disputes.get(0).text()).isEqualTo("4.95 GB × 24 GPUs = 119 GB; the other alternatives hold 180 GB "
                + "in all, which is 7.5 GB a GPU here.");
        assertThat(Disputes.of(alternatives(16, "11.25", 24, "7.5", 32, "5.6", 40, "4.5"))).isEmpty();
    }

    @Test
    void twoAlternativesThatAgreeProveNothing() {
        assertThat(Disputes.of(alternatives(16, "11.25", 24, "4.95", 32, "5.6"))).isEmpty();
    }

    private static Claim said(String metric, String scope, String number, String bound, Claim.Role role) {
        String unit = metric.startsWith("ttft") ? "s" : "%";
        return Said.of(7, "p", metric, scope, number, unit, bound, role);
    }

    private static List<Dispute> disputes(Claim... claims) {
        Plan plan = Said.plan("llama-3.1-8b", "h100-sxm", 1, 1, 1, 1);
        return Disputes.of(Said.report(plan, Set.of(), claims));
    }

    private static ClaimedReport alternatives(Object... gpusAndMemory) {
        List<ReadPlan> plans = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < gpusAndMemory.length; i += 2) {
            String name = gpusAndMemory[i].toString();
            int replicas = (Integer) gpusAndMemory[i] / 8;
            plans.add(new ReadPlan(Said.plan("mixtral-8x7b", "plan-generic-64g", 8, 1, replicas, 1).withName(name),
                    Set.of()));
            claims.add(Said.of(i, name, "memory.total", gpusAndMemory[i + 1].toString(), "GB"));
        }
        return new ClaimedReport("", plans, claims, List.of(), List.of());
    }
}
