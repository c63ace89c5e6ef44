package io.headroom.explore.peer;

import io.headroom.estimate.Explanation;
import io.headroom.estimate.explain.Term;
import java.util.List;

/**
 * Where other programs compute a number of a plan otherwise. Their formulas are what their sources say, with the values of
 * this plan; who agrees with what is done here is not listed.
 */
public final class Peers {

    private static final String MEMORY = "memory.";

    private Peers() {
    }

    /** All of them for the plan of {@code explanation}. */
    public static List<Peer> of(Explanation explanation) {
        Desk desk = new Desk(explanation);
        MemoryPeers.write(desk);
        WorkPeers.write(desk);
        TimePeers.write(desk);
        return desk.peers();
    }

    /** Those that have something to say of {@code term}. */
    public static List<Peer> about(Term term, List<Peer> all) {
        // the cache of the fullest stage is what the metric is
        String metric = MEMORY + term.symbol().replaceFirst("_stage\\d+$", "");
        return all.stream().filter(p -> p.about().contains(term.symbol()) || p.about().contains(metric)).toList();
    }
}
