package io.headroom.metamorphic.relation;

import io.headroom.metamorphic.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * Every relation that applies to this model.
 *
 * <p>Not coded, and why:
 * <ul>
 * <li>M8 (all byte widths times c): widths are those of number formats, and router, norms, tables and the state of
 * linear layers keep theirs, so there is no such plan. M6 states what can be said.
 * <li>M12, a' = a/2 alone: part of M12b with the bandwidth.
 * <li>M18 (p-1)/(m+p-1): the model times chunks one by one, which are not alike; M18b says what holds instead.
 * <li>M30, threads and locales: a test of its own beside the relations, over many plans at once.
 * <li>"Twice the TP lowers the step", "TTFT(2S) is at least 2 TTFT(S)", "decode rate grows with every b": false.
 * </ul>
 */
public final class AllRelations {

    private AllRelations() {
    }

    /** By family. */
    public static List<Relation> list() {
        List<Relation> all = new ArrayList<>();
        all.addAll(MemoryRelations.all());
        all.addAll(LimitRelations.all());
        all.addAll(TimingRelations.all());
        all.addAll(WorkRelations.all());
        all.addAll(ScalingRelations.all());
        all.addAll(CommunicationRelations.all());
        all.addAll(PlacementRelations.all());
        all.addAll(ServingRelations.all());
        all.addAll(StructureRelations.all());
        return all;
    }
}
