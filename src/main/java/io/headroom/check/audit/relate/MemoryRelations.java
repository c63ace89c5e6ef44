package io.headroom.check.audit.relate;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Wording;
import io.headroom.format.Dimension;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory of a GPU: {@code total = weights + KV cache + activations + reserve} where the text names at least weights and
 * KV cache, and {@code utilization = total / memory of the GPU}.
 */
final class MemoryRelations {

    private static final List<String> PARTS =
            List.of("memory.weights", "memory.kvCache", "memory.activations", "memory.reserve");

    private final Statements statements;
    private final List<Relation> found;

    MemoryRelations(Statements statements, List<Relation> found) {
        this.statements = statements;
        this.found = found;
    }

    void find() {
        List<Claim> parts = new ArrayList<>();
        PARTS.forEach(part -> statements.first(part).ifPresent(parts::add));
        boolean isWhole = statements.first(PARTS.get(0)).isPresent() && statements.first(PARTS.get(1)).isPresent();
        List<Claim> totals = statements.all("memory.total");
        if (isWhole) {
            totals.forEach(total -> found.add(new Relation(Relation.Kind.SUM, total, parts)));
        }
        double capacity = statements.plan().hardware().gpu().hbmBytes();
        if (!totals.isEmpty() && capacity > 0) {
            Claim whole = Constants.of("of a GPU", capacity, Dimension.BYTES, Wording.like(totals.get(0).written()));
            statements.all("memory.utilization").forEach(share -> found.add(
                    new Relation(Relation.Kind.QUOTIENT, share, List.of(totals.get(0), whole))));
        }
    }
}
