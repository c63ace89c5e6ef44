package io.headroom.metamorphic.plans;

import io.headroom.catalog.Attention;
import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Demand;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Makes a failing plan smaller: one field at a time gets its default, for as long as the plan still fails. */
public final class Shrinker {

    private static final int DEFAULT_WIDTH = 4096;
    /** A later round may undo what an earlier one did: whole model and its layers are both fields. */
    private static final int ROUNDS = 3;

    private final List<UnaryOperator<Plan>> steps = new ArrayList<>();

    public Shrinker() {
        Catalog catalog = CatalogFiles.load();
        steps.add(p -> p.withModel(catalog.model("llama-3.1-8b").orElseThrow()));
        steps.add(p -> p.withHardware(Hardware.of(catalog.gpu("h100-sxm").orElseThrow())));
        steps.add(p -> p.withHardware(new Hardware(p.hardware().gpu(), null, Hardware.Given.NONE)));
        degrees();
        workload();
        precision();
        shape();
        steps.add(p -> p.withAssumptions(new Assumptions(catalog.profile("plan").orElseThrow(), null,
                p.assumptions().given())));
        for (Knob knob : Knob.values()) {
            steps.add(p -> p.withAssumptions(p.assumptions().without(knob)));
        }
        steps.add(p -> new Plan(p.name(), p.model(), p.modelJson(), p.hardware(), p.precision(), p.parallelism(),
                p.workload(), p.assumptions(), Demand.NONE, p.requirements(), p.figures(), p.notes(), p.view(), p.extras()));
    }

    /** The smallest plan found for which {@code fails} is still true. */
    public Plan shrink(Plan plan, Predicate<Plan> fails) {
        Plan smallest = plan;
        for (int round = 0; round < ROUNDS; round++) {
            for (UnaryOperator<Plan> step : steps) {
                Plan candidate = step.apply(smallest);
                if (!candidate.equals(smallest) && stillFails(candidate, fails)) {
                    smallest = candidate;
                }
            }
        }
        return smallest;
    }

    private static boolean stillFails(Plan plan, Predicate<Plan> fails) {
        try {
            return fails.test(plan);
        } catch (IllegalArgumentException e) {
            // the smaller plan has no estimate
            return false;
        }
    }

    private void degrees() {
        degree(p -> p.withLayersPerStage(List.of()));
        degree(p -> p.withExpert(1));
        degree(p -> p.withContext(1));
        degree(p -> p.withTensor(1));
        degree(p -> p.withPipeline(1));
        degree(p -> p.withData(1));
        degree(p -> p.withSequence(false));
        degree(p -> Parallelism.SINGLE);
    }

    private void degree(UnaryOperator<Parallelism> step) {
        steps.add(p -> p.withParallelism(step.apply(p.parallelism())));
    }

    private void workload() {
        Workload w = Workload.DEFAULT;
        steps.add(p -> p.withWorkload(p.workload().withMaxBatchedTokens(w.maxBatchedTokens())));
        steps.add(p -> p.withWorkload(p.workload().withInputTokens(w.inputTokens())));
        steps.add(p -> p.withWorkload(p.workload().withOutputTokens(w.outputTokens())));
        steps.add(p -> p.withWorkload(p.workload().withConcurrentRequests(1)));
    }

    private void precision() {
        steps.add(Vary::bf16);
        steps.add(p -> p.withPrecision(p.precision().withExperts(p.precision().weights())));
        steps.add(p -> p.withPrecision(p.precision().withWeights(NumberFormat.BF16)));
        steps.add(p -> p.withPrecision(p.precision().withKvCache(NumberFormat.BF16)));
        steps.add(p -> p.withPrecision(p.precision().withActivations(NumberFormat.BF16)));
    }

    private void shape() {
        part(s -> Vary.ffn(s, s.ffnWidth() > 0 ? s.ffnWidth() : DEFAULT_WIDTH, null));
        part(s -> Vary.layers(s, s.layers(), null, s.linearAttention()));
        part(s -> Vary.layers(s, s.layers(), s.slidingWindow(), null));
        part(s -> Vary.attention(s, new Attention.GroupedQuery(32, 8, 128, false)));
        part(s -> Vary.layers(s, 1, s.slidingWindow(), s.linearAttention()));
        part(s -> Vary.tied(s, false));
    }

    private void part(UnaryOperator<Shape> step) {
        steps.add(p -> Vary.shape(p, step.apply(p.model().shape())));
    }
}
