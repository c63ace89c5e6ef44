package io.headroom.session.search;

import io.headroom.explore.alternative.Alternatives;
import io.headroom.explore.search.SearchResult;
import io.headroom.plan.Requirement;
import java.util.List;

/**
 * What a search found.
 *
 * @param wish what was asked
 * @param waived limits that no layout keeps, and that were left out
 * @param all what layouts of any number of GPUs up to the largest reach
 * @param alternatives what layouts of exactly so many GPUs reach
 * @param seconds how long it took
 */
public record SearchAnswer(SearchWish wish, List<Requirement> waived, SearchResult all, Alternatives alternatives,
        double seconds) {

    public SearchAnswer {
        waived = List.copyOf(waived);
    }
}
