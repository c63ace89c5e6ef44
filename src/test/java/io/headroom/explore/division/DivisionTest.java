package io.headroom.explore.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.check.legal.rule.SamplePlan;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.explore.division.RankGroup.Kind;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Expected numbers were worked out by hand from Qwen3-235B: 94 MoE layers of 128 experts, 64 heads, 4 KV heads. */
class DivisionTest {

    private static final String QWEN = "qwen3-235b-a22b";

    @Test
    void stagesHoldLayersAndExpertModules() {
        Plan plan = SamplePlan.of(QWEN, "h100-sxm", 8, 4, 1, 8);
        ModuleDivision division = ModuleDivision.of(estimate(plan.withParallelism(
                plan.parallelism().withLayersPerStage(List.of(24, 23, 24, 23)))));

        assertThat(division.stages()).extracting(ModuleDivision.Stage::layers).containsExactly(24, 23, 24, 23);
        // 128 / 8 = 16 of each layer
        assertThat(division.stages()).extracting(ModuleDivision.Stage::expertModulesPerGpu)
                .containsExactly(384.0, 368.0, 384.0, 368.0);
        assertThat(division.expertsPerGpu()).isEqualTo(16);
        assertThat(division.headsPerGpu()).isEqualTo(8);
        assertThat(division.kvHeadsPerGpu()).isEqualTo(1);
        assertThat(division.kvCopies()).isEqualTo(2);
        // mean 23.5, every stage half a layer off
        assertThat(division.layers().variance()).isCloseTo(0.25, within(1e-12));
        assertThat(division.layers().imbalance()).isCloseTo(0.5 / 23.5, within(1e-12));
    }

    @Test
    void leadingDenseLayersHaveNoExperts() {
        // DeepSeek-V3: 61 layers, the first 3 dense, 256 experts: 31 - 3 = 28 and 30 layers of 256 / 8 = 32
        ModuleDivision division = ModuleDivision.of(estimate(SamplePlan.of("deepseek-v3", "h200-sxm", 8, 2, 1, 8)));

        assertThat(division.stages()).extracting(ModuleDivision.Stage::moeLayers).containsExactly(28, 30);
        assertThat(division.stages()).extracting(ModuleDivision.Stage::expertModulesPerGpu)
                .containsExactly(896.0, 960.0);
        assertThat(division.kvCopies()).isEqualTo(8);
    }

    /** EP 16, TP 4, PP 2, DP 4: W = 16, attention-DP 4; rank 37 = replica 1 (32 each), stage 0, 5th of 16. */
    @Test
    void ranksAreNumberedTensorFirst() {
        RankMap map = RankMap.of(estimate(SamplePlan.of(QWEN, "h100-sxm", 4, 2, 4, 16)));

        assertThat(map.size()).isEqualTo(128);
        assertThat(map.nodes()).isEqualTo(16);
        assertThat(map.rank(37)).isEqualTo(new Rank(37, 4, 1, 0, 1, 5, 0, 0, 1));
        assertThat(map.rank(127)).isEqualTo(new Rank(127, 15, 3, 0, 3, 15, 0, 1, 3));
        assertThat(LongStream.range(0, 128).mapToObj(map::rank).distinct()).hasSize(128);
        assertThatThrownBy(() -> map.rank(128)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void groupsSayWhichLinkTheyCross() {
        RankMap map = RankMap.of(estimate(SamplePlan.of(QWEN, "h100-sxm", 4, 2, 4, 16)));

        assertThat(map.groups()).extracting(RankGroup::kind)
                .containsExactly(Kind.TENSOR, Kind.EXPERT, Kind.PIPELINE, Kind.DATA);
        assertThat(map.groups()).extracting(RankGroup::isInside).containsExactly(true, false, false, true);
        assertThat(map.groups().get(0).bytesPerSecond()).isEqualTo(450e9);
        assertThat(map.groups().get(1).bytesPerSecond()).isEqualTo(50e9);
        assertThat(map.groups().get(1).reason()).isEqualTo("EP 16 × stride 1 = 16 > 8 GPUs of a node");
        assertThat(map.groups().get(2).reason())
                .isEqualTo("1 of 1 exchanges between stages of 16 GPUs cross nodes of 8");
    }

    /** Two stages of 4 share a node of 8: ⌊0/8⌋ = ⌊7/8⌋. */
    @Test
    void stagesOfOneNodeExchangeInside() {
        Plan plan = SamplePlan.of(QWEN, "h100-sxm", 4, 2, 1, 4);
        RankMap map = RankMap.of(estimate(plan));

        assertThat(map.groups()).filteredOn(g -> g.kind() == Kind.PIPELINE).allMatch(RankGroup::isInside);
        assertThat(map.memory(map.rank(7))).isEqualTo(estimate(plan).memory().stages()[1]);
    }

    /** Report 001: four stages of 4 GPUs in nodes of 8: 0 and 1 share node 0, 2 and 3 share node 1. */
    @Test
    void sayWhichStagesExchangeBetweenNodesAndHowFullTheyAre() {
        Estimate estimate = estimate(SamplePlan.of(QWEN, "h100-sxm", 4, 4, 2, 1));
        RankMap map = RankMap.of(estimate);

        assertThat(new boolean[] {map.crossesNodes(0), map.crossesNodes(1), map.crossesNodes(2)})
                .containsExactly(false, true, false);
        assertThat(map.stageGpus()).isEqualTo(4);
        assertThat(map.stages()).isEqualTo(4);
        assertThat(map.replicas()).isEqualTo(2);
        assertThat(map.filled(estimate.memory().worstStage()))
                .isEqualTo(estimate.memory().worst().total() / estimate.memory().usableBytes());
    }

    private static Estimate estimate(Plan plan) {
        return (Estimate) Estimator.estimate(plan);
    }
}
