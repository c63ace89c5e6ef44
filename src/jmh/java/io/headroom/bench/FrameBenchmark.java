package io.headroom.bench;

import com.sun.javafx.perf.PerformanceTracker;
import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.legal.Load;
import io.headroom.check.legal.notch.Notch;
import io.headroom.check.legal.notch.Notches;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.planfile.Document;
import io.headroom.planfile.Documents;
import io.headroom.planfile.PlanFile;
import io.headroom.session.Change;
import io.headroom.session.DocumentSession;
import io.headroom.session.PlanSession;
import io.headroom.ui.MainWindow;
import io.headroom.ui.theme.Look;
import io.headroom.ui.theme.Theme;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Property change to painted frame, and frames a second in a continuous drag: the window beside an empty one (a slider
 * alone) in the same run, in alternating rounds, software rendering, no display. A change comes at a random phase of the
 * pulse, so even an empty window waits 8 ms on average.
 */
public final class FrameBenchmark {

    private static final int ROUNDS = 3;
    private static final int CHANGES = 150;
    private static final int DRAG_SECONDS = 6;
    private static final int PATIENCE_SECONDS = 20;
    private static final int SETTLING_MILLIS = 120;
    private static final int PAUSE_MILLIS = 40;
    private static final int RESTING_PAUSE_MILLIS = 300;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final Random random = new Random(7);
    private final boolean isBesideSearch;
    private final boolean isResting;
    /** Whether a search runs beside what is measured. */
    private final AtomicBoolean isSearching = new AtomicBoolean();

    private record Subject(String name, Scene scene, IntConsumer change, Runnable views, boolean isBesideSearch) {
    }

    private FrameBenchmark(boolean isBesideSearch, boolean isResting) {
        this.isBesideSearch = isBesideSearch;
        this.isResting = isResting;
    }

    /**
     * Runs the benchmark: a plan file, then {@code --view NAME} for a view other than the plan, or {@code --view all};
     * {@code --rest} pauses between changes long enough for what waits until the slider rests, about half of the times;
     * {@code --search} sets the window while a search runs beside the same window without one, gate 1.3 at the p99.
     */
    public static void main(String[] args) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        int code = 1;
        try {
            List<String> words = List.of(args);
            int option = words.indexOf("--view");
            String view = option < 0 ? ViewName.PLAN.id() : words.get(option + 1);
            Path file = Path.of(words.isEmpty() || words.getFirst().startsWith("--") ? "sample-plans/report-001.json" : words.getFirst());
            for (ViewName name : view.equals("all") ? List.of(ViewName.values()) : List.of(ViewName.of(view).orElseThrow())) {
                new FrameBenchmark(words.contains("--search"), words.contains("--rest")).run(file, name);
            }
            code = 0;
        } catch (RuntimeException e) {
            e.printStackTrace();
        } finally {
            // the toolkit's thread would keep a failed run alive
            System.exit(code);
        }
    }

    private void run(Path file, ViewName view) throws Exception {
        System.out.println("view " + view.id());
        Stage[] stage = new Stage[1];
        Subject[] subjects = new Subject[2];
        onFxThread(() -> {
            stage[0] = new Stage();
            Subject window = window(file, view);
            subjects[0] = isBesideSearch ? window : empty();
            subjects[1] = isBesideSearch ? new Subject("search", window.scene, window.change, window.views, true) : window;
        });
        if (isBesideSearch) {
            searchForEver();
        }
        double[][] first = new double[2][];
        double[][] latencies = {{}, {}};
        double[] fps = new double[2];
        for (int i = 0; i < 2; i++) {
            show(stage[0], subjects[i]);
            // the first changes run code that is not compiled yet: they are told apart, and the drag lets it be compiled
            first[i] = latencies(subjects[i], CHANGES);
            framesPerSecond(subjects[i]);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < 2; i++) {
                show(stage[0], subjects[i]);
                latencies[i] = concat(latencies[i], latencies(subjects[i], CHANGES));
                fps[i] += framesPerSecond(subjects[i]) / ROUNDS;
            }
        }
        for (int i = 0; i < 2; i++) {
            Arrays.sort(first[i]);
            Arrays.sort(latencies[i]);
            System.out.printf("%-8s median %5.1f ms   p99 %5.1f ms   drag %4.1f frames/s   (%d changes)%n",
                    subjects[i].name, at(latencies[i], 0.5), at(latencies[i], 0.99), fps[i], latencies[i].length);
            System.out.printf("%-8s median %5.1f ms   p99 %5.1f ms   the first %d changes, not compiled yet%n", "",
                    at(first[i], 0.5), at(first[i], 0.99), first[i].length);
        }
        System.out.printf("ratio    median %.2f       p99 %.2f%n", at(latencies[1], 0.5) / at(latencies[0], 0.5),
                at(latencies[1], 0.99) / at(latencies[0], 0.99));
        for (Subject subject : isBesideSearch ? new Subject[0] : subjects) {
            show(stage[0], subject);
            cost(subject);
        }
        onFxThread(stage[0]::hide);
    }

    private Subject empty() {
        Slider slider = new Slider(0, 100, 0);
        return new Subject("empty", new Scene(new StackPane(slider), WIDTH, HEIGHT), slider::setValue, () -> { }, false);
    }

    private Subject window(Path file, ViewName view) {
        try {
            Catalog catalog = CatalogFiles.load();
            Document document = new Document(null, PlanFile.read(file.toString(), Files.readAllBytes(file), catalog),
                    null);
            PlanSession session = new PlanSession(document.review(), () -> { }, System::nanoTime);
            DocumentSession documents = new DocumentSession(session, new Documents(catalog), catalog, Runnable::run,
                    Runnable::run);
            documents.adopt(document, file.getFileName().toString());
            Executor work = background();
            MainWindow window = new MainWindow(session, documents, catalog, new Theme(Look.LIGHT), new Work(work,
                    Platform::runLater, settling(work), settling(work), Workers.ALONE));
            window.views().select(view);
            session.beginGesture();
            // what a drag of the slider passes through: its stops
            int[] stops = Notches.of(session.planProperty().get(), Load.REQUESTS).stream()
                    .mapToInt(Notch::value).filter(v -> v >= 16 && v <= 1024).toArray();
            int[] at = {0};
            // the next stop, whatever was measured before: the same again would paint nothing
            return new Subject("window", window.scene(WIDTH, HEIGHT), i -> session.edit(
                    new Change("Concurrent requests", "", "" + i), p -> p.withWorkload(
                            p.workload().withConcurrentRequests(stops[at[0]++ % stops.length]))), window::refresh, false);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the program has it: what is not worth beginning while a slider moves begins when it stands still. */
    private static Executor settling(Executor thread) {
        return CompletableFuture.delayedExecutor(SETTLING_MILLIS, TimeUnit.MILLISECONDS, thread);
    }

    /** Beside a search the window without one must not search either, in the view of layouts. */
    private Executor background() {
        Executor thread = Executors.newSingleThreadExecutor(FrameBenchmark::workThread);
        return isBesideSearch ? task -> {
            if (isSearching.get()) {
                thread.execute(task);
            }
        } : thread;
    }

    /** Searches over and over, on a thread as the program has it, while somebody wants it. */
    private void searchForEver() {
        Catalog catalog = CatalogFiles.load();
        Plan plan = Plan.of("bench", catalog.model("qwen3-235b-a22b").orElseThrow(),
                Hardware.of(catalog.gpu("h100-sxm").orElseThrow()),
                new Assumptions(catalog.profile("plan").orElseThrow(), null, Map.of()));
        SearchSpace space = SearchSpace.of(plan, GpuCounts.upTo(512)).withBatchesUpTo(4096);
        workThread(() -> {
            while (true) {
                if (Search.run(space, Workers.ALONE, () -> !isSearching.get()).isEmpty()) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        }).start();
    }

    private static Thread workThread(Runnable task) {
        // as the program has it
        Thread thread = new Thread(task, "work");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    private void show(Stage stage, Subject subject) throws Exception {
        isSearching.set(subject.isBesideSearch);
        onFxThread(() -> {
            stage.setScene(subject.scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
        Thread.sleep(800);
    }

    private double[] latencies(Subject subject, int changes) throws Exception {
        double[] milliseconds = new double[changes];
        AtomicLong painted = new AtomicLong();
        Semaphore frame = new Semaphore(0);
        onFxThread(() -> PerformanceTracker.getSceneTracker(subject.scene).setOnRenderedFrameTask(() -> {
            painted.set(System.nanoTime());
            frame.release();
        }));
        for (int i = 0; i < changes; i++) {
            Thread.sleep(PAUSE_MILLIS + random.nextInt(isResting ? RESTING_PAUSE_MILLIS : PAUSE_MILLIS));
            frame.drainPermits();
            int value = i % 100 + 1;
            long[] from = new long[1];
            onFxThread(() -> {
                from[0] = System.nanoTime();
                subject.change.accept(value);
            });
            if (!frame.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no frame was painted after a change");
            }
            milliseconds[i] = (painted.get() - from[0]) / 1e6;
        }
        onFxThread(() -> PerformanceTracker.getSceneTracker(subject.scene).setOnRenderedFrameTask(null));
        return milliseconds;
    }

    private double framesPerSecond(Subject subject) throws Exception {
        AtomicLong frames = new AtomicLong();
        AnimationTimer[] drag = new AnimationTimer[1];
        onFxThread(() -> {
            PerformanceTracker.getSceneTracker(subject.scene).setOnRenderedFrameTask(frames::incrementAndGet);
            drag[0] = new AnimationTimer() {
                private int i;

                @Override
                public void handle(long now) {
                    subject.change.accept(i++ % 100 + 1);
                }
            };
            drag[0].start();
        });
        Thread.sleep(500);
        long before = frames.get();
        long start = System.nanoTime();
        Thread.sleep(DRAG_SECONDS * 1000L);
        double fps = (frames.get() - before) / ((System.nanoTime() - start) / 1e9);
        onFxThread(() -> {
            drag[0].stop();
            PerformanceTracker.getSceneTracker(subject.scene).setOnRenderedFrameTask(null);
        });
        return fps;
    }

    /** Prints processor time and bytes a frame of a drag. */
    private void cost(Subject subject) throws Exception {
        FrameCost[] cost = new FrameCost[1];
        AnimationTimer[] drag = new AnimationTimer[1];
        onFxThread(() -> {
            cost[0] = new FrameCost(subject.scene);
            cost[0].start();
            drag[0] = new AnimationTimer() {
                private int i;

                @Override
                public void handle(long now) {
                    cost[0].frame(() -> subject.change.accept(i++ % 100 + 1), subject.views);
                }
            };
            drag[0].start();
        });
        Thread.sleep(DRAG_SECONDS * 1000L);
        onFxThread(() -> {
            drag[0].stop();
            cost[0].stop();
            System.out.printf("%-8s %4d nodes; processor ms (kB) a frame:", subject.name,
                    FrameCost.nodes(subject.scene.getRoot()));
            double sum = 0;
            for (FrameCost.Phase phase : FrameCost.Phase.values()) {
                sum += cost[0].milliseconds(phase);
                System.out.printf("  %s %.2f (%.0f)", phase.name().toLowerCase(Locale.ROOT),
                        cost[0].milliseconds(phase), cost[0].kilobytes(phase));
            }
            System.out.printf("  together %.2f%n", sum);
        });
    }

    private static void onFxThread(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<RuntimeException> failures = new ArrayList<>();
        Platform.runLater(() -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                failures.add(e);
            } finally {
                done.countDown();
            }
        });
        done.await();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }
}
