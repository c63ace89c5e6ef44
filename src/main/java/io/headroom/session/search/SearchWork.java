package io.headroom.session.search;

import io.headroom.explore.alternative.Alternatives;
import io.headroom.explore.alternative.Unkept;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** One search from question to answer, on the threads of its caller. */
final class SearchWork {

    private static final double NANO = 1e-9;
    /** Rows that a table of numbers of GPUs has at most where none are named. */
    private static final int MOST_ROWS = 64;

    private final SearchWish wish;
    private final Workers workers;
    private final BooleanSupplier isCancelled;
    private final DoubleConsumer progress;

    SearchWork(SearchWish wish, Workers workers, BooleanSupplier isCancelled, DoubleConsumer progress) {
        this.wish = wish;
        this.workers = workers;
        this.isCancelled = isCancelled;
        this.progress = progress;
    }

    /**
     * The answer.
     *
     * @throws CancellationException where it is cancelled
     */
    SearchAnswer run() {
        long start = System.nanoTime();
        Unkept unkept = there(Unkept.of(wish.space(), workers, isCancelled));
        SearchSpace space = unkept.space();
        SearchResult all = there(Search.run(space, workers, isCancelled));
        List<Integer> numbers = numbers(all);
        List<Alternatives.Row> rows = new ArrayList<>();
        for (int gpus : numbers) {
            progress.accept((rows.size() + 1.0) / (numbers.size() + 1));
            rows.addAll(there(Alternatives.of(space, List.of(gpus), workers, isCancelled)).rows());
        }
        return new SearchAnswer(wish, unkept.waived(), all, new Alternatives(rows),
                (System.nanoTime() - start) * NANO);
    }

    /** Those asked for; else those that have a plan, of many the powers of two and those of the best plans. */
    private List<Integer> numbers(SearchResult all) {
        if (!wish.gpus().numbers().isEmpty()) {
            return wish.gpus().numbers();
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        boolean isShort = all.gpuCounts().cardinality() <= MOST_ROWS;
        all.gpuCounts().stream().filter(n -> isShort || Integer.bitCount(n) == 1).forEach(numbers::add);
        for (Found found : all.best().values()) {
            numbers.add((int) found.estimate().groups().gpus());
        }
        return List.copyOf(numbers);
    }

    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(() -> new CancellationException("nobody wants to know any more"));
    }
}
