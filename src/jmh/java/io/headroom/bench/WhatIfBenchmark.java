package io.headroom.bench;

import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.estimate.Metric;
import io.headroom.explore.input.Inputs;
import io.headroom.explore.whatif.FeasibilityMap;
import io.headroom.explore.whatif.Sensitivity;
import io.headroom.explore.whatif.Sweep;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Time of what follows a slider on a worker. Gates: a map of 32 x 32 in 100 ms, a tornado of all inputs in 10 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WhatIfBenchmark {

    private Plan plan;
    private Formatter format;

    @Setup
    public void setUp() throws Exception {
        Path file = Path.of("sample-plans/report-001.json");
        plan = PlanFile.read(file.toString(), Files.readAllBytes(file), CatalogFiles.load()).review().plans().getLast();
        format = new Formatter(ByteUnits.GB);
    }

    @Benchmark
    public Judgement judge() {
        return Judge.judge(plan);
    }

    @Benchmark
    public Sweep sweep() {
        return Sweep.of(plan, Inputs.WORKLOAD.getFirst());
    }

    @Benchmark
    public Sensitivity tornado() {
        return Sensitivity.of(plan, Metric.TPOT_STEADY, format);
    }

    @Benchmark
    public FeasibilityMap map() {
        return FeasibilityMap.of(plan, Inputs.WORKLOAD.get(0), Inputs.WORKLOAD.get(1), Metric.TTFT_BURST_LAST);
    }
}
