package io.headroom.metamorphic.anchor;

import io.headroom.metamorphic.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every anchor, as plain code: the tests run them by name, the seeded faults without JUnit. */
public final class Anchors {

    private Anchors() {
    }

    static List<Anchor> list() {
        List<Anchor> all = new ArrayList<>();
        all.addAll(SizeAnchors.all());
        all.addAll(GemmAnchors.all());
        all.addAll(WorkedAnchors.all());
        return all;
    }

    /** What the anchors say against the estimator, by id; empty if all is well. */
    public static Map<String, String> complaints() {
        Map<String, String> complaints = new LinkedHashMap<>();
        for (Anchor anchor : list()) {
            switch (verdict(anchor)) {
                case Verdict.Holds holds -> { }
                case Verdict.NotExercised none -> complaints.put(anchor.id(), "checks nothing");
                case Verdict.Violated violated -> complaints.put(anchor.id(), anchor.statement() + "\n  " + violated.text());
            }
        }
        return complaints;
    }

    private static Verdict verdict(Anchor anchor) {
        try {
            return anchor.check().get();
        } catch (ArithmeticException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return new Verdict.Violated(e.toString());
        }
    }
}
