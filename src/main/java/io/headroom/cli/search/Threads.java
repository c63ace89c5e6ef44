package io.headroom.cli.search;

import io.headroom.cli.input.Refusal;
import io.headroom.explore.search.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that take tasks as they come to them.
 *
 * @param count how many
 * @param made makes them
 */
public record Threads(int count, ThreadFactory made) implements Workers {

    private static final int MOST = 1024;

    /** Ordinary ones. */
    public Threads(int count) {
        this(count, Executors.defaultThreadFactory());
    }

    /** As many as {@code wanted}, one a core where that is null. */
    public static Workers of(Integer wanted) throws Refusal {
        int count = count(wanted);
        return count == 1 ? Workers.ALONE : new Threads(count);
    }

    /** How many {@code wanted} means: one a core where that is null. */
    public static int count(Integer wanted) throws Refusal {
        if (wanted != null && (wanted < 1 || wanted > MOST)) {
            throw Refusal.notValid("--threads " + wanted + " is out of range: 1 to " + MOST + ".");
        }
        return wanted == null ? Runtime.getRuntime().availableProcessors() : wanted;
    }

    @Override
    public void run(int tasks, Task task) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(count, made)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int w = 0; w < count; w++) {
                int worker = w;
                all.add(CompletableFuture.runAsync(() -> {
                    for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                        task.run(i, worker);
                    }
                }, threads));
            }
            // join hands on what they wrote, and what stopped them
            all.forEach(CompletableFuture::join);
        }
    }
}
