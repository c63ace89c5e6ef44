package io.headroom.report.read.claim;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A plan that a report speaks of.
 *
 * @param name its name in the review
 * @param words names it goes by, in lower case with single spaces
 * @param gpus how many GPUs its name or table says it has, 0 where they do not
 */
public record Subject(String name, Set<String> words, int gpus) {

    public Subject {
        // Set.copyOf would give another order on every run
        words = Collections.unmodifiableSet(new LinkedHashSet<>(words));
    }
}
