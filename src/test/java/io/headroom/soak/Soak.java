package io.headroom.soak;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.json.JsonRefused;
import io.headroom.plan.Review;
import io.headroom.planfile.PlanFile;
import io.headroom.ui.view.ViewName;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javax.management.ObjectName;

/**
 * Uses the real window at random: {@code Soak ACTIONS [SEED]}. Every review on the way must be one that its file format
 * takes back unchanged, undoing all must lead to the start and redoing to the end, no thread may fail, and the live heap
 * must not grow by more than 5 MB from the end of the warm-up on. Ends with 1 where one of them does not hold.
 *
 * <p>Threads and pulses come as they come: a seed repeats the choices, not the moment of each.
 */
public final class Soak {

    // until what the toolkit and charts remember is full
    private static final int WARM_UP = 10_000;
    private static final int CHECKED = 10;
    private static final int UNDONE = 400;
    private static final int MEASURED = 10_000;
    private static final int TOLD = 2000;
    private static final long ALLOWED_BYTES = 5_000_000;

    private final Faults faults = new Faults();
    private final Catalog catalog = CatalogFiles.load();
    private final SplittableRandom random;
    private Bench bench;
    private Tour tour;

    private Soak(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        int actions = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        System.exit(new Soak(args.length > 1 ? Long.parseLong(args[1]) : 1).run(actions) ? 0 : 1);
    }

    private boolean run(int actions) throws Exception {
        faults.listen();
        Path folder = Files.createTempDirectory("headroom-soak");
        List<Path> fodder = Fodder.in(folder, catalog);
        onWindow(() -> bench = new Bench(catalog, random, folder, fodder));
        tour = new Tour(bench, this::onWindow, fodder);
        int warmUp = Math.min(WARM_UP, actions / 4);
        act(0, warmUp);
        tour.all();
        // what one tour leaves the next one finds: from the second on they are alike
        tour.again();
        long before = heap();
        System.out.printf("live heap after %,d actions: %.1f MB%n", warmUp, before / 1e6);
        long after = before;
        for (int at = warmUp, next; at < actions; at = next) {
            next = Math.min(actions, at - at % MEASURED + MEASURED);
            act(at, next);
            after = heap();
            System.out.printf("grown by %.1f MB after %,d actions%n", (after - before) / 1e6, next);
        }
        System.out.printf("%,d actions, %d faults, live heap %.1f MB, grown by %.1f MB%n", actions, faults.count(),
                after / 1e6, (after - before) / 1e6);
        return faults.count() == 0 && after - before <= ALLOWED_BYTES;
    }

    private void act(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            int number = i;
            onWindow(() -> one(number));
            if (i % TOLD == TOLD - 1) {
                System.out.printf("%,d actions, %d faults, processor %.0f s%n", i + 1, faults.count(),
                        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                                .getProcessCpuTime() / 1e9);
            }
        }
    }

    private void one(int number) {
        Actions.Action action = bench.actions.next();
        faults.doing(number + " " + action.name());
        try {
            action.run().run();
            bench.redraw();
            if (random.nextInt(4) == 0) {
                bench.settle();
                bench.actions.closePopups();
            }
            if (number % CHECKED == 0) {
                check();
            }
            if (number % UNDONE == UNDONE - 1) {
                undoAll();
            }
        } catch (RuntimeException | Error e) {
            faults.found("window", e);
        }
    }

    /** The review must be one that a file can hold. */
    private void check() {
        Review review = bench.session.reviewProperty().get();
        try {
            Review read = PlanFile.read("soak.json", PlanFile.write(review), catalog).review();
            if (!read.equals(review)) {
                faults.found("a review that its file does not give back: " + bench.session.undoLabelProperty().get());
            }
        } catch (JsonRefused e) {
            faults.found("a review that its file refuses: " + e.getMessage() + " after "
                    + bench.session.undoLabelProperty().get());
        }
    }

    /** All undone, then all done again, must pass through the same reviews. */
    private void undoAll() {
        List<Review> down = new ArrayList<>(List.of(bench.session.reviewProperty().get()));
        while (bench.session.historyPosition() > 0) {
            bench.session.undo();
            down.add(bench.session.reviewProperty().get());
        }
        bench.redraw();
        boolean isWhole = bench.session.historyLabels().getFirst().equals("Opened");
        boolean isOpened = bench.documents.reportProperty().get().isPresent()
                || bench.documents.documentProperty().get().opened().review().equals(down.getLast())
                || bench.documents.documentProperty().get().file() != null;
        if (isWhole && !isOpened) {
            faults.found("undoing all does not lead to what was opened");
        }
        for (int i = down.size() - 2; i >= 0; i--) {
            bench.session.redo();
            if (!bench.session.reviewProperty().get().equals(down.get(i))) {
                faults.found("redo leads to another review than undo came from");
                break;
            }
        }
    }

    /** Live bytes where the program is as at its start, all there is having been seen. */
    private long heap() throws Exception {
        faults.doing("measure the heap");
        tour.again();
        bench.waitForThreads();
        long[] readings = new long[5];
        for (int i = 0; i < readings.length; i++) {
            // drafts and percentiles come some seconds later
            TimeUnit.MILLISECONDS.sleep(1000);
            System.gc();
            readings[i] = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
        histogram();
        dump();
        return Arrays.stream(readings).min().orElseThrow();
    }

    /** Appends what lives to the file that {@code -Dsoak.histogram} names: where a leak is looked for. */
    private static void histogram() throws Exception {
        String file = System.getProperty("soak.histogram");
        if (file != null) {
            Object text = ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                    new Object[] {new String[0]}, new String[] {String[].class.getName()});
            Files.writeString(Path.of(file), text + "\f", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** Writes all that lives to a new file in the folder that {@code -Dsoak.dumps} names: who holds it. */
    private static void dump() throws Exception {
        String folder = System.getProperty("soak.dumps");
        if (folder != null) {
            ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class)
                    .dumpHeap(Path.of(folder, System.currentTimeMillis() + ".hprof").toString(), true);
        }
    }

    private void onWindow(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                faults.found("window", e);
            } finally {
                done.countDown();
            }
        });
        if (!done.await(2, TimeUnit.MINUTES)) {
            faults.found("the window does not answer for two minutes");
            Thread.getAllStackTraces().forEach((thread, frames) -> System.out.println(thread + "\n  "
                    + String.join("\n  ", Arrays.stream(frames).map(Object::toString).toList())));
            System.exit(1);
        }
    }
}
