package io.headroom.metamorphic.anchor;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.metamorphic.plans.Vary;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.util.Map;

/** Plans of well-known models on the H100 SXM: 989 TFLOP/s bf16, 3.35 TB/s, 80 GB, 450 GB/s and 5 us inside a node. */
final class Known {

    private static final Catalog CATALOG = CatalogFiles.load();

    private Known() {
    }

    static ModelSpec model(String id) {
        return CATALOG.model(id).orElseThrow();
    }

    /** One GPU, one request, bf16, the profile {@code plan}: MFU 0.6, MBU 0.8, link efficiency 0.8, no overheads. */
    static Plan plan(String model) {
        return Plan.of(model, model(model), Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()));
    }

    /** The same on vLLM, with experts in mxfp4. */
    static Plan onVllm(String model) {
        Plan plan = plan(model);
        return plan.withPrecision(plan.precision().withExperts(NumberFormat.MXFP4))
                .withAssumptions(new Assumptions(plan.assumptions().profile(), "vllm", Map.of()));
    }

    /** {@link #plan(String)} with so many tokens in and out. */
    static Plan plan(String model, int input, int output) {
        return Vary.tokens(plan(model), input, output);
    }
}
