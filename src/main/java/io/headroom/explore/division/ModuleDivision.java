package io.headroom.explore.division;

import io.headroom.catalog.Attention;
import io.headroom.catalog.MoeSpec;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.memory.StageMemory;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The modules of a model on the stages and GPUs of a plan.
 *
 * @param stages every stage
 * @param headsPerGpu query heads of a layer on a GPU
 * @param kvHeadsPerGpu KV heads of a layer on a GPU, copies included; 0 with latent attention
 * @param kvCopies how often each KV head, or the latent cache, is kept in a TP group
 * @param expertsPerGpu experts of an MoE layer on a GPU, or parts of them; 0 on a dense model
 * @param expertParts GPUs that share one expert
 * @param layers evenness of layers over stages
 * @param expertModules evenness of expert modules a GPU over stages
 * @param bytes evenness of memory a GPU over stages
 */
public record ModuleDivision(List<Stage> stages, double headsPerGpu, double kvHeadsPerGpu, double kvCopies,
        double expertsPerGpu, int expertParts, Evenness layers, Evenness expertModules, Evenness bytes) {

    public ModuleDivision {
        stages = List.copyOf(stages);
    }

    /**
     * What a GPU of a stage holds.
     *
     * @param stage its number, from 0
     * @param layers its layers
     * @param moeLayers how many of them have experts
     * @param expertModulesPerGpu experts of all those layers on one GPU
     * @param memory its bytes
     */
    public record Stage(int stage, int layers, int moeLayers, double expertModulesPerGpu, StageMemory memory) {
    }

    /** Of the plan of {@code estimate}. */
    public static ModuleDivision of(Estimate estimate) {
        Plan plan = estimate.plan();
        int tp = plan.parallelism().tensor();
        MoeSpec moe = plan.model().shape().moe();
        double perLayer = moe == null ? 0 : Math.ceil((double) moe.experts() / plan.parallelism().expert());
        List<Stage> stages = stages(estimate, moe, perLayer);
        double kvHeads = plan.model().shape().attention() instanceof Attention.GroupedQuery g ? g.kvHeads() : 0;
        return new ModuleDivision(stages, (double) plan.model().shape().attention().heads() / tp,
                kvHeads == 0 ? 0 : Math.max(kvHeads / tp, 1), kvHeads == 0 ? tp : Math.max(tp / kvHeads, 1), perLayer,
                moe == null ? 0 : estimate.groups().expertTensor(),
                Evenness.of(stages.stream().mapToDouble(Stage::layers).toArray()),
                Evenness.of(stages.stream().mapToDouble(Stage::expertModulesPerGpu).toArray()),
                Evenness.of(stages.stream().mapToDouble(s -> s.memory().total()).toArray()));
    }

    private static List<Stage> stages(Estimate estimate, MoeSpec moe, double perLayer) {
        List<Stage> stages = new ArrayList<>();
        int from = 0;
        for (StageMemory memory : estimate.memory().stages()) {
            int to = from + memory.layers();
            int moeLayers = moe == null ? 0 : (int) IntStream.range(from, to).filter(moe::isMoeLayer).count();
            stages.add(new Stage(stages.size(), memory.layers(), moeLayers, moeLayers * perLayer, memory));
            from = to;
        }
        return stages;
    }
}
