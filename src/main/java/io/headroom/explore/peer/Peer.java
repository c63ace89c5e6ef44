package io.headroom.explore.peer;

import io.headroom.estimate.explain.Term;
import java.util.Set;

/**
 * A number as another program computes it.
 *
 * @param topic what the two do not agree on
 * @param who computes so
 * @param theirs their formula over the plan's values, and what it comes to
 * @param ours the number here
 * @param about symbols of the terms that it is worth saying at
 */
public record Peer(Topic topic, String who, Term theirs, Term ours, Set<String> about) {

    public Peer {
        about = Set.copyOf(about);
    }

    /** Theirs over ours; NaN where ours is 0. */
    public double factor() {
        return ours.value() == 0 ? Double.NaN : theirs.value() / ours.value();
    }

    /** Whether it says something other than ours here. */
    boolean differs() {
        return Math.abs(theirs.value() - ours.value()) > 1e-9 * Math.abs(ours.value());
    }
}
