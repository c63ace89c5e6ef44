package io.headroom.bench;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Outcome;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one whole estimate, every metric with it. Gate: Llama-3.1-8B 1 µs, Qwen3-235B 5 µs on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EstimateBenchmark {

    private Plan llama;
    private Plan qwen;
    private Plan deepSeek;

    @Setup
    public void setUp() {
        Catalog catalog = CatalogFiles.load();
        llama = plan(catalog, "llama-3.1-8b", "h100-sxm", Parallelism.SINGLE, 16);
        qwen = plan(catalog, "qwen3-235b-a22b", "h20",
                new Parallelism(4, 4, 2, 1, 1, false, List.of(24, 23, 24, 23)), 512);
        deepSeek = plan(catalog, "deepseek-v3", "h200-sxm", new Parallelism(1, 1, 1, 32, 1, false, List.of()), 1024);
    }

    private static Plan plan(Catalog catalog, String model, String gpu, Parallelism parallelism, int requests) {
        Plan plan = Plan.of("bench", catalog.model(model).orElseThrow(),
                Hardware.of(catalog.gpu(gpu).orElseThrow()),
                new Assumptions(catalog.profile("plan").orElseThrow(), null, Map.of()));
        return plan.withParallelism(parallelism).withWorkload(plan.workload().withConcurrentRequests(requests));
    }

    @Benchmark
    public Outcome llama8b() {
        return Estimator.estimate(llama);
    }

    @Benchmark
    public Outcome qwen235b() {
        return Estimator.estimate(qwen);
    }

    @Benchmark
    public Outcome deepSeekV3() {
        return Estimator.estimate(deepSeek);
    }
}
