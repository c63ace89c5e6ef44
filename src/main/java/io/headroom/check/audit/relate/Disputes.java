package io.headroom.check.audit.relate;

import io.headroom.check.audit.Agreement;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.check.audit.ReadPlan;
import io.headroom.check.audit.Wording;
import io.headroom.check.audit.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Claims that cannot be true together: one metric of one plan stated twice, alert levels that disagree, and memory whose
 * sum over the GPUs differs from that of the other alternatives.
 */
public final class Disputes {

    private static final int ENOUGH_ALTERNATIVES = 3;

    private final ClaimedReport report;
    private final List<Dispute> found = new ArrayList<>();

    private Disputes(ClaimedReport report) {
        this.report = report;
    }

    /** All of {@code report}. */
    public static List<Dispute> of(ClaimedReport report) {
        Disputes disputes = new Disputes(report);
        disputes.statedTwice();
        disputes.alerts();
        disputes.alternatives();
        return disputes.found;
    }

    private void statedTwice() {
        List<Claim> claims = report.claims().stream().filter(Statements::states)
                .filter(Disputes::isOfPlan).toList();
        // only what was first written in each way is compared: a text of many pages says the same thing often
        Map<List<String>, Map<Written, Claim>> byThing = new HashMap<>();
        for (Claim claim : claims) {
            byThing.computeIfAbsent(thing(claim), _ -> new LinkedHashMap<>()).putIfAbsent(claim.written(), claim);
        }
        for (Claim claim : claims) {
            byThing.get(thing(claim)).values().stream().filter(other -> !Agreement.holds(claim.written(), other.written())).findFirst()
                    .ifPresent(other -> found.add(new Dispute(claim, Wording.of(claim.written()) + " here, "
                            + Wording.of(other.written()) + " in " + Wording.place(other) + ".")));
        }
    }

    private static List<String> thing(Claim claim) {
        return List.of(claim.subject(), claim.metric(), claim.scopeOrPlain());
    }

    // ratios, changes and gains are about many things: only their arithmetic can be checked
    private static boolean isOfPlan(Claim claim) {
        return !claim.subject().isEmpty() && io.headroom.estimate.Metric.byId(claim.metric()).isPresent();
    }

    private static boolean isAboutTheSame(Claim a, Claim b) {
        return a.subject().equals(b.subject()) && a.metric().equals(b.metric());
    }

    private void alerts() {
        List<Claim> alerts = report.claims().stream().filter(claim -> claim.role() == Claim.Role.ALERT).toList();
        for (Claim claim : alerts) {
            List<Claim> peers = alerts.stream()
                    .filter(other -> isAboutTheSame(claim, other) && isSameLevel(claim, other)).toList();
            boolean isConfirmed = peers.stream().anyMatch(other ->
                    Math.abs(claim.si() - other.si()) <= Agreement.slack(claim.written(), other.si()));
            peers.stream().filter(_ -> !isConfirmed).findFirst().ifPresent(
                    other -> found.add(new Dispute(claim, "The " + level(claim) + " is at "
                            + Wording.of(claim.written()) + ", the " + level(other) + " of "
                            + Wording.place(other) + " at " + Wording.of(other.written()) + ".")));
        }
    }

    /** An alert without a level is the warning: what comes before is for information, what comes after critical. */
    private static boolean isSameLevel(Claim a, Claim b) {
        return rank(a) > 0 && rank(a) == rank(b) && !a.scope().equals(b.scope())
                && a.written().bound() == b.written().bound();
    }

    private static int rank(Claim alert) {
        return switch (alert.scope()) {
            case "alert", "warning" -> 1;
            case "critical" -> 2;
            default -> 0;
        };
    }

    private static String level(Claim alert) {
        return alert.scope().isEmpty() ? "alert" : alert.scope();
    }

    /** Memory a GPU times GPUs: where three alternatives agree, they are cut from one whole, and so is the fourth. */
    private void alternatives() {
        List<Whole> wholes = new ArrayList<>();
        for (ReadPlan read : report.plans()) {
            Statements statements = Statements.of(report, read, "");
            statements.groups().ifPresent(groups -> statements.first("memory.total").ifPresent(
                    total -> wholes.add(new Whole(total, groups.gpus()))));
        }
        for (Whole whole : wholes) {
            List<Whole> agreeing = wholes.stream().filter(whole::agrees).toList();
            boolean isSpread = agreeing.stream().mapToDouble(Whole::gpus).distinct().count() >= ENOUGH_ALTERNATIVES;
            if (isSpread && agreeing.get(0) == whole) {
                wholes.stream().filter(other -> !whole.agrees(other)).forEach(other -> dispute(other, whole));
            }
        }
    }

    private void dispute(Whole odd, Whole rest) {
        String text = Wording.of(odd.claim.written()) + " × " + Math.round(odd.gpus) + " GPUs = "
                + Wording.in(odd.claim.written(), odd.bytes()) + "; the other alternatives hold "
                + Wording.in(odd.claim.written(), rest.bytes()) + " in all, which is "
                + Wording.in(odd.claim.written(), rest.bytes() / odd.gpus) + " a GPU here.";
        report.claims().stream().filter(Statements::states)
                .filter(claim -> isAboutTheSame(claim, odd.claim) && claim.scopeOrPlain().isEmpty())
                .forEach(claim -> found.add(new Dispute(claim, text)));
    }

    private record Whole(Claim claim, double gpus) {

        double bytes() {
            return claim.si() * gpus;
        }

        boolean agrees(Whole other) {
            return Agreement.holds(claim.written(), other.bytes() / gpus)
                    || Agreement.holds(other.claim.written(), bytes() / other.gpus);
        }
    }
}
