package io.headroom.bench;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.explore.search.Workers;
import io.headroom.explore.uncertainty.Uncertainty;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Ranges;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
 * Time of 10,000 samples of a plan with six ranges, bands of every metric, chances and drivers with it, on one thread.
 * It prints processor time too, because a busy machine makes the clock useless. Gate: 100 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class UncertaintyBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Param({"llama-3.1-8b", "qwen3-235b-a22b"})
    private String model;

    private Plan plan;
    private long processorNanos;
    private long count;

    @Setup
    public void setUp() {
        Catalog catalog = CatalogFiles.load();
        plan = Plan.of("bench", catalog.model(model).orElseThrow(), Hardware.of(catalog.gpu("h100-sxm").orElseThrow()),
                new Assumptions(catalog.profile("calibrated").orElseThrow(), "vllm", Map.of()));
        plan = plan.withParallelism(new Parallelism(4, 2, 2, 1, 1, false, List.of()))
                .withWorkload(plan.workload().withConcurrentRequests(128))
                .withRanges(Ranges.NONE.with("assumptions.mfu", new Ranges.Range(0.4, 0.8))
                        .with("assumptions.mbu", new Ranges.Range(0.6, 0.9))
                        .with("assumptions.linkEfficiency", new Ranges.Range(0.2, 0.6))
                        .with("assumptions.overheadPerLayerSeconds", new Ranges.Range(1e-5, 1e-4))
                        .with("workload.concurrentRequests", new Ranges.Range(64, 256))
                        .with("hardware.pricePerGpuHour", new Ranges.Range(2, 4)));
    }

    @Benchmark
    public Uncertainty tenThousandSamples() {
        long nanos = THREADS.getCurrentThreadCpuTime();
        Uncertainty found = Uncertainty.of(plan, 1, Uncertainty.SAMPLES, Workers.ALONE, () -> false).orElseThrow();
        processorNanos += THREADS.getCurrentThreadCpuTime() - nanos;
        count++;
        return found;
    }

    @Setup(Level.Iteration)
    public void forget() {
        processorNanos = 0;
        count = 0;
    }

    @TearDown(Level.Iteration)
    public void tell() {
        System.out.printf("  %.1f ms of processor time; ", processorNanos / 1e6 / count);
    }
}
