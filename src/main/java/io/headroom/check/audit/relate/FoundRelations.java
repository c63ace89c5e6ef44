package io.headroom.check.audit.relate;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.check.audit.ReadPlan;
import io.headroom.check.audit.Relation;
import java.util.ArrayList;
import java.util.List;

/** Relations that follow from what the metrics of one plan mean, whatever the text says about them. */
public final class FoundRelations {

    private FoundRelations() {
    }

    /** All of {@code report}'s plans. */
    public static List<Relation> of(ClaimedReport report) {
        List<Relation> found = new ArrayList<>();
        for (ReadPlan read : report.plans()) {
            Statements base = Statements.of(report, read, "");
            for (String scope : scopes(report, read)) {
                Statements statements = scope.isEmpty() ? base : Statements.of(report, read, scope);
                new MemoryRelations(statements, found).find();
                new SpeedRelations(statements, found).find();
                new CountRelations(statements, found).find();
                new CostRelations(statements, base, found).find();
            }
        }
        // a number does not follow from itself
        found.removeIf(relation -> relation.operands().contains(relation.result()));
        return found;
    }

    private static List<String> scopes(ClaimedReport report, ReadPlan read) {
        return report.claims().stream().filter(Statements::states)
                .filter(claim -> claim.subject().equals(read.plan().name())).map(Claim::scopeOrPlain).distinct().toList();
    }
}
