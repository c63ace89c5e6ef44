package io.headroom.metamorphic.anchor;

import io.headroom.metamorphic.Verdict;
import java.util.function.Supplier;

/**
 * A number that is known from elsewhere.
 *
 * @param id A1 to A8, with a letter where one has several parts
 * @param statement the anchor in words
 * @param check looks at the estimator
 */
record Anchor(String id, String statement, Supplier<Verdict> check) {

    @Override
    public String toString() {
        return id + " " + statement;
    }
}
