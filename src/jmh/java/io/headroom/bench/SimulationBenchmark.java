package io.headroom.bench;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.explore.simulate.Arrivals;
import io.headroom.explore.simulate.Policy;
import io.headroom.explore.simulate.Simulation;
import io.headroom.explore.simulate.SimulationInput;
import io.headroom.explore.simulate.SimulationOutcome;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A public benchmark played through: 256 concurrent requests, 1,000 tokens in and out, 2,560 requests. Gate: 50 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SimulationBenchmark {

    private static final int REQUESTS = 256;
    private static final int TOKENS = 1000;

    @Param({"CHUNKED_MIXED", "PREFILL_FIRST", "PREFILL_EXCLUSIVE"})
    private Policy policy;

    @Param({"llama-3.1-8b", "qwen3-235b-a22b", "deepseek-v3"})
    private String model;

    private Plan plan;
    private SimulationInput input;

    @Setup
    public void setUp() {
        Catalog catalog = CatalogFiles.load();
        Parallelism parallelism = switch (model) {
            case "llama-3.1-8b" -> Parallelism.SINGLE;
            case "qwen3-235b-a22b" -> new Parallelism(4, 4, 1, 1, 1, false, List.of());
            default -> new Parallelism(1, 1, 1, 32, 1, false, List.of());
        };
        Plan one = Plan.of("bench", catalog.model(model).orElseThrow(), Hardware.of(catalog.gpu("h200-sxm")
                .orElseThrow()), new Assumptions(catalog.profile("calibrated").orElseThrow(), null, Map.of()));
        plan = one.withParallelism(parallelism).withWorkload(one.workload().withConcurrentRequests(REQUESTS)
                .withInputTokens(TOKENS).withOutputTokens(TOKENS));
        input = SimulationInput.of(plan).withPolicy(policy).withArrivals(Arrivals.BURST)
                .withShortest(SimulationInput.BENCHMARK_SHORTEST);
    }

    @Benchmark
    public SimulationOutcome benchmark() {
        return Simulation.run(plan, input);
    }
}
