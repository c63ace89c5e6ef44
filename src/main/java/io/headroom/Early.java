package io.headroom;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.planfile.Opened;
import io.headroom.session.Samples;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What a window needs that needs no window: read on a thread of its own while the first frame is painted. */
record Early(Catalog catalog, Opened sample) {

    /** Begins with it when it is first asked for; once a process. */
    private static final class Reading {
        static final CompletableFuture<Early> BEGUN = CompletableFuture.supplyAsync(Early::read, Early::thread);
    }

    /** Begins to read. */
    static void begin() {
        Reading.BEGUN.isDone();
    }

    /**
     * What was read, as soon as it is.
     *
     * @throws IllegalStateException where the catalogue of the installation is damaged
     */
    static Early get() {
        try {
            return Reading.BEGUN.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Early read() {
        Catalog catalog = CatalogFiles.load();
        return new Early(catalog, Samples.read(Samples.FIRST, catalog));
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "early");
        thread.setDaemon(true);
        thread.start();
    }
}
