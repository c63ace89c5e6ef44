package io.headroom.cli.input;

import io.headroom.explore.search.SearchSpace;
import java.util.List;

/**
 * Concurrent requests that are tried, as {@code --batch} writes them.
 *
 * @param sizes each tried
 * @param largestUpTo the largest that fits is tried too, up to this many; 0 where it is not
 */
public record Batches(List<Integer> sizes, int largestUpTo) {

    private static final int MOST_REQUESTS = 1_000_000;
    private static final String POWERS = "1..";

    /** Reads {@code N}, a list of them, or {@code 1..N}: powers of two and the largest that fits. */
    public static Batches read(String text) throws Refusal {
        if (!text.startsWith(POWERS)) {
            return new Batches(Written.numbers("--batch", text, MOST_REQUESTS), 0);
        }
        int most = Written.number("--batch", text.substring(POWERS.length()), MOST_REQUESTS);
        return new Batches(SearchSpace.powersOfTwo(most), most);
    }
}
