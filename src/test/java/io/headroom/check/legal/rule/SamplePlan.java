package io.headroom.check.legal.rule;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Map;

/** Plans for the tests of this package, from the catalogue. */
public final class SamplePlan {

    public static final Catalog CATALOG = CatalogFiles.load();

    private SamplePlan() {
    }

    /** {@code model} on {@code gpu} with 64 requests, everything else by default. */
    public static Plan of(String model, String gpu) {
        Plan plan = Plan.of("sample", CATALOG.model(model).orElseThrow(),
                Hardware.of(CATALOG.gpu(gpu).orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()));
        return plan.withWorkload(plan.workload().withConcurrentRequests(64));
    }

    public static Plan of(String model, String gpu, int tensor, int pipeline, int data, int expert) {
        return of(model, gpu).withParallelism(
                new Parallelism(tensor, pipeline, data, expert, 1, false, List.of()));
    }
}
