package io.headroom.explore.question;

import io.headroom.check.Judgement;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Which limit ends the growth of the batch, and which would be next: every limit alone, smallest batch first.
 *
 * @param limits the limits that end somewhere
 */
public record BindingOrder(List<Binding> limits) {

    private static final String MEMORY = new Limit.Memory().name();

    public BindingOrder {
        limits = List.copyOf(limits);
    }

    /**
     * A limit and the largest batch that it alone allows.
     *
     * @param name memory, or the metric; several that end at the same batch
     * @param largestBatch 0 where not even one request keeps it
     */
    public record Binding(String name, int largestBatch) {
    }

    /** Of the memory and the hard requirements of {@code now}; floors, which more requests only help, are left out. */
    public static BindingOrder of(Judgement now) {
        List<Binding> order = new ArrayList<>();
        if (!(now.outcome() instanceof Estimate estimate) || !now.isLegal()) {
            return new BindingOrder(order);
        }
        for (Limit limit : Limit.of(now)) {
            switch (limit) {
                case Limit.Memory memory -> add(memory, estimate.memory().largestBatch(), order);
                case Limit.Required required -> {
                    Walk walk = new Walk(now.plan(), Axis.REQUESTS, List.of(required), true);
                    if (required.isCeiling()) {
                        largest(walk).ifPresent(largest -> add(required, largest, order));
                    }
                }
            }
        }
        order.sort(Comparator.comparing(Binding::largestBatch));
        return new BindingOrder(order);
    }

    /** 0 where not even one request keeps the limit; empty where nothing is known of the metric. */
    private static OptionalInt largest(Walk walk) {
        OptionalInt exact = walk.find(1, Questions.MOST_REQUESTS);
        if (!walk.isUndecided()) {
            return OptionalInt.of(exact.orElse(0));
        }
        Walk strict = walk.strict();
        OptionalInt bisected = strict.find(1, Questions.MOST_REQUESTS);
        return strict.isUndecided() ? OptionalInt.empty() : OptionalInt.of(bisected.orElse(0));
    }

    private static void add(Limit limit, long largest, List<Binding> order) {
        if (largest >= Questions.MOST_REQUESTS) {
            return;
        }
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).largestBatch() == largest) {
                order.set(i, new Binding(together(order.get(i).name(), limit), (int) largest));
                return;
            }
        }
        order.add(new Binding(limit.name(), (int) largest));
    }

    // the memory that there is and a limit on memory that asks for just that are one thing to a reader
    private static String together(String name, Limit limit) {
        return name.equals(MEMORY) && limit.name().equals(Metric.MEMORY_TOTAL.id()) ? name : name + " and " + limit.name();
    }

    /** {@code "memory binds at batch 212; then ttft.burst.last at 260"}; empty where nothing binds. */
    public String text() {
        return limits.stream().map(b -> b.name() + (b == limits.get(0) ? " binds at batch " : " at ")
                + Words.count(b.largestBatch())).collect(Collectors.joining("; then "));
    }
}
