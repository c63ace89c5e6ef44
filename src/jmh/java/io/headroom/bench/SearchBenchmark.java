package io.headroom.bench;

import com.sun.management.ThreadMXBean;
import io.headroom.catalog.Catalog;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of a whole search: batches 1 to 4096, three precisions. Gate: Qwen3-235B on up to 512 GPUs in 500 ms on two cores.
 * It prints estimates a second of processor time too, because a busy machine makes the clock useless. Gate: a million a
 * core for Llama-3.1-8B, 200,000 for Qwen3-235B.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class SearchBenchmark {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double NANO = 1e-9;

    @Param({"llama-3.1-8b", "qwen3-235b-a22b"})
    private String model;

    @Param({"1", "2"})
    private int threads;

    private SearchSpace space;
    private long visited;
    private long size;
    private long processorNanos;
    private long allocatedBytes;

    @Setup
    public void setUp() {
        Catalog catalog = CatalogFiles.load();
        Plan plan = Plan.of("bench", catalog.model(model).orElseThrow(),
                Hardware.of(catalog.gpu("h100-sxm").orElseThrow()),
                new Assumptions(catalog.profile("plan").orElseThrow(), null, Map.of()));
        space = SearchSpace.of(plan, GpuCounts.upTo(512)).withBatchesUpTo(4096).withPrecisions(List.of(Precision.BF16,
                Precision.BF16.withWeights(NumberFormat.FP8), Precision.BF16.withWeights(NumberFormat.NVFP4)));
    }

    @Benchmark
    public SearchResult search() {
        SearchResult result = Search.run(space, new Cores(threads), () -> false).orElseThrow();
        visited += result.visited();
        size += result.size();
        return result;
    }

    @Setup(Level.Iteration)
    public void forget() {
        visited = 0;
        size = 0;
        processorNanos = 0;
        allocatedBytes = 0;
    }

    @TearDown(Level.Iteration)
    public void tell() {
        System.out.printf("%n  %.0f estimates and %.0f plans a second of processor time, %.0f bytes allocated an estimate; ",
                visited / (processorNanos * NANO), size / (processorNanos * NANO), (double) allocatedBytes / visited);
    }

    /** Threads of one search, whose processor time and allocations are added up. */
    private final class Cores implements Workers {

        private final int count;

        Cores(int count) {
            this.count = count;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public void run(int tasks, Task task) {
            AtomicInteger next = new AtomicInteger();
            Thread[] all = new Thread[count];
            for (int w = 0; w < count; w++) {
                int worker = w;
                all[w] = new Thread(() -> {
                    long nanos = THREADS.getCurrentThreadCpuTime();
                    long bytes = THREADS.getCurrentThreadAllocatedBytes();
                    for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                        task.run(i, worker);
                    }
                    add(THREADS.getCurrentThreadCpuTime() - nanos, THREADS.getCurrentThreadAllocatedBytes() - bytes);
                });
                all[w].start();
            }
            for (Thread thread : all) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private synchronized void add(long nanos, long bytes) {
        processorNanos += nanos;
        allocatedBytes += bytes;
    }
}
