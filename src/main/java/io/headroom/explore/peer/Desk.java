package io.headroom.explore.peer;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Explanation;
import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.Term;
import io.headroom.format.Dimension;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where formulas of others are written down: over terms of ours, looked up by symbol, and over their own constants. */
final class Desk {

    private final Explanation explanation;
    private final List<Peer> peers = new ArrayList<>();

    Desk(Explanation explanation) {
        this.explanation = explanation;
    }

    Estimate estimate() {
        return explanation.estimate();
    }

    Plan plan() {
        return estimate().plan();
    }

    List<Peer> peers() {
        return List.copyOf(peers);
    }

    /** The term of {@code metric}. */
    Optional<Term> metric(Metric metric) {
        return explanation.term(metric);
    }

    /** The first term of {@code symbol} below that of {@code metric}. */
    Optional<Term> below(Metric metric, String symbol) {
        Set<Term> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return metric(metric).flatMap(term -> find(term, symbol, seen));
    }

    private static Optional<Term> find(Term term, String symbol, Set<Term> seen) {
        if (term.symbol().equals(symbol)) {
            return Optional.of(term);
        }
        if (!seen.add(term)) {
            return Optional.empty();
        }
        for (Term input : term.inputs()) {
            Optional<Term> found = find(input, symbol, seen);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A number of the plan or of theirs. */
    static Term number(String symbol, String name, double value, Dimension dimension, String source) {
        return new Term(symbol, name, "", List.of(), value, dimension, source);
    }

    /** A formula of theirs; {@code inputs} are the terms in it, in order of appearance. */
    static Term formula(Term like, String formula, double value, Term... inputs) {
        return new Term("theirs", like.name(), formula, List.of(inputs), value, like.dimension(), "");
    }

    /** Puts down what {@code who} has for {@code ours}, unless that is the same here. */
    void say(Topic topic, String who, Term theirs, Term ours, Metric... also) {
        Map<String, String> about = new TreeMap<>(Map.of(ours.symbol(), ""));
        for (Metric metric : also) {
            about.put(metric.id(), "");
        }
        Peer peer = new Peer(topic, who, theirs, ours, about.keySet());
        if (peer.differs()) {
            peers.add(peer);
        }
    }
}
