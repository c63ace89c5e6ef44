package io.headroom.explore.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Explanation;
import io.headroom.estimate.Metric;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What other programs say of plans; numbers worked out by hand from the published shapes of the models. */
class PeersTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    // 32 layers, 32 heads of 128, 8 KV heads
    private static final Plan LLAMA = plan("llama-3.1-8b", 1, 1, 10, 1000, 100);
    // 61 layers, 256 experts of which a token takes 8, latent of 512 + 64
    private static final Plan DEEPSEEK = plan("deepseek-v3", 8, 1, 2, 1000, 100);

    @Test
    void causalAttentionIsCountedInThreeWays() {
        double ours = metric(LLAMA, Metric.PREFILL_FLOPS);
        // 32 layers of 4 * 32 * 128 FLOP a pair; 1000 * 1001 / 2 = 500 500 pairs here
        double pair = 32.0 * 4 * 32 * 128;
        assertThat(theirs(LLAMA, "LLM-Viewer")).isCloseTo(ours + pair * (1_000_000 - 500_500), within(1.0));
        assertThat(theirs(LLAMA, "InferSim divides the square")).isCloseTo(ours + pair * (1_000_000 / 1.8 - 500_500),
                within(1e6));
    }

    @Test
    void expertsAreTouchedByChanceOrAll() {
        // 2 sequences take 8 of 256 experts each: 256 * (1 - (248/256)^2) = 15.75 by chance
        Peer all = peer(DEEPSEEK, "InferSim and llm-analysis");
        assertThat(all.ours().value()).isCloseTo(15.75, within(1e-9));
        assertThat(all.theirs().value()).isEqualTo(256);
        assertThat(peer(DEEPSEEK, "aiconfigurator lets every choice").theirs().value()).isEqualTo(16);
        assertThat(all.factor()).isCloseTo(16.254, within(0.001));
    }

    @Test
    void aCacheOfAllLayersIsTwiceThatOfOneOfTwoStages() {
        Plan two = plan("llama-3.1-8b", 1, 2, 10, 1000, 100);
        assertThat(peer(two, "aiconfigurator does not divide").factor()).isCloseTo(2, within(1e-9));
        assertThat(peers(LLAMA)).extracting(Peer::topic).doesNotContain(Topic.KV_STAGES);
    }

    @Test
    void aLatentIsKeptWholeOnEachOfEightRanks() {
        assertThat(peer(DEEPSEEK, "calculators that divide").factor()).isCloseTo(1.0 / 8, within(1e-12));
        assertThat(peer(DEEPSEEK, "calculators that divide").topic()).isEqualTo(Topic.KV_LATENT);
    }

    @Test
    void moreRanksThanHeadsLeaveNothingOfWholeNumbers() {
        Plan sixteen = plan("llama-3.1-8b", 16, 1, 10, 1000, 100);
        assertThat(theirs(sixteen, "InferSim divides whole numbers")).isZero();
        assertThat(peer(sixteen, "calculators that divide").factor()).isCloseTo(0.5, within(1e-12));
        assertThat(peers(LLAMA)).extracting(Peer::topic).doesNotContain(Topic.KV_HEADS);
    }

    @Test
    void activationsAreAConstantOrGrowWithTheTokensOfAPass() {
        // 4.8 * 1024^3
        assertThat(theirs(LLAMA, "llm-d-planner and BLIS")).isCloseTo(5_153_960_755.2, within(0.1));
        // 2 * 8192 * 32 * 128 * 10
        assertThat(theirs(LLAMA, "aiconfigurator takes a coefficient")).isEqualTo(671_088_640);
    }

    @Test
    void aGigabyteReadAsAGibibyteIsSevenPercentMore() {
        // 80 GB sold; 1.073741824
        assertThat(peer(LLAMA, "InferSim and others read").factor()).isCloseTo(1.073741824, within(1e-12));
    }

    @Test
    void sparsePeaksHalveTheMfuAndUnitsOf1024LowerIt() {
        List<Peer> peaks = peers(LLAMA).stream().filter(p -> p.topic() == Topic.PEAK
                && p.ours().symbol().equals("mfu.prefill")).toList();
        assertThat(peaks).extracting(Peer::factor).satisfiesExactly(f -> assertThat(f).isEqualTo(0.5),
                f -> assertThat(f).isCloseTo(0.9765625, within(1e-12)));
    }

    @Test
    void aQueueIsLeftOutOrAddedUp() {
        double alone = metric(LLAMA, Metric.TTFT_ALONE);
        List<Peer> last = peers(LLAMA).stream().filter(p -> p.ours().symbol().equals("ttft.burst.last")).toList();
        // 10 requests one after the other: (10 + 1) / 2 of a lone one
        assertThat(last).extracting(p -> p.theirs().value() - alone).satisfiesExactly(
                x -> assertThat(x).isCloseTo(0.030, within(1e-12)), x -> assertThat(x).isCloseTo(0.8 * alone, within(1e-9)),
                x -> assertThat(x).isCloseTo(4.5 * alone, within(1e-9)));
    }

    @Test
    void tokensAfterTheFirstAreMeantOrAll() {
        double expected = (metric(LLAMA, Metric.TTFT_STEADY) + 99 * metric(LLAMA, Metric.TPOT_STEADY)) / 100;
        assertThat(theirs(LLAMA, "aiconfigurator with --inclusive-tpot")).isCloseTo(expected, within(1e-12));
    }

    @Test
    void everyTopicComesUpSomewhere() {
        Set<Topic> seen = EnumSet.noneOf(Topic.class);
        for (Plan plan : List.of(LLAMA, DEEPSEEK, plan("llama-3.1-8b", 16, 2, 10, 1000, 100))) {
            peers(plan).forEach(peer -> seen.add(peer.topic()));
        }
        assertThat(seen).containsExactlyInAnyOrder(Topic.values());
    }

    private static List<Peer> peers(Plan plan) {
        return Peers.of(Explanation.of(plan));
    }

    private static Peer peer(Plan plan, String who) {
        return peers(plan).stream().filter(p -> p.who().startsWith(who)).findFirst().orElseThrow();
    }

    private static double theirs(Plan plan, String who) {
        return peer(plan, who).theirs().value();
    }

    private static double metric(Plan plan, Metric metric) {
        return Explanation.of(plan).estimate().get(metric);
    }

    private static Plan plan(String model, int tensor, int pipeline, int requests, int input, int output) {
        Plan plan = Plan.of(model, CATALOG.model(model).orElseThrow(), Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()));
        return plan.withParallelism(new Parallelism(tensor, pipeline, 1, 1, 1, false, List.of()))
                .withWorkload(plan.workload().withConcurrentRequests(requests).withInputTokens(input)
                        .withOutputTokens(output));
    }
}
