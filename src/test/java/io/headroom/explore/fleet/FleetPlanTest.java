package io.headroom.explore.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.Verdict;
import io.headroom.check.legal.Degree;
import io.headroom.check.legal.notch.Notches;
import io.headroom.estimate.Metric;
import io.headroom.explore.search.Workers;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Extras;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import io.headroom.plan.fleet.Fleet;
import io.headroom.plan.fleet.Pool;
import io.headroom.plan.fleet.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected replicas come from nested loops that judge plan by plan; their numbers from division by hand. */
class FleetPlanTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    private static Traffic traffic(String name, String model, double rate, Requirement... limits) {
        Plan plan = Plan.of(name, CATALOG.model(model).orElseThrow(), hardware("h100-sxm", 2),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of())).withRequirements(List.of(limits));
        return new Traffic(name, plan.withWorkload(plan.workload().withInputTokens(1000).withOutputTokens(200)), rate);
    }

    private static Requirement atMost(String metric, double seconds) {
        return new Requirement(metric, Requirement.Bound.AT_MOST, seconds, "s", 0, false, Extras.NONE);
    }

    private static Hardware hardware(String gpu, double price) {
        return new Hardware(CATALOG.gpu(gpu).orElseThrow(), null, new Hardware.Given(0, Double.NaN, Double.NaN, Double.NaN,
                Double.NaN, price, null));
    }

    private static Pool pool(String gpu, int available, double price) {
        return new Pool(gpu, hardware(gpu, price), available);
    }

    private static FleetPlan plan(Fleet fleet) {
        return FleetPlan.of(fleet, Workers.ALONE, () -> false).orElseThrow();
    }

    /** Every layout of one replica of up to 4 GPUs at every batch to 40: what carries most for each number of GPUs. */
    @Test
    void anOfferIsWhatNestedLoopsFind() {
        for (String model : List.of("llama-3.1-8b", "mixtral-8x7b")) {
            Traffic traffic = traffic("a", model, 1, atMost("tpot.steady", 0.02), atMost("ttft.steady", 0.5));
            double[] most = new double[5];
            Plan base = traffic.plan();
            for (var t : Notches.of(base, Degree.TENSOR)) {
                for (var e : base.model().isMoe() ? Notches.of(base, Degree.EXPERT) : Notches.of(base, Degree.DATA).subList(0, 1)) {
                    for (var c : Notches.of(base, Degree.CONTEXT)) {
                        for (int p = 1; p <= 4; p++) {
                            int gpus = Math.max(t.value() * c.value(), e.value()) * p;
                            for (int sp = 0; sp < 2 && gpus <= 4; sp++) {
                                Plan layout = base.withParallelism(new Parallelism(t.value(), p, 1, e.value(), c.value(),
                                        sp == 1, List.of()));
                                most[gpus] = Math.max(most[gpus], best(layout));
                            }
                        }
                    }
                }
            }
            Offer offer = plan(new Fleet("", List.of(pool("h100-sxm", 4, 2)), List.of(traffic), 1, 64, 40)).offers()
                    .getFirst();
            double before = 0;
            List<Double> front = new ArrayList<>();
            for (int gpus = 1; gpus <= 4; gpus++) {
                if (most[gpus] > before) {
                    front.add(most[gpus]);
                    before = most[gpus];
                }
            }
            assertThat(offer.replicas()).as(model).isNotEmpty();
            assertThat(offer.replicas().stream().map(f -> f.estimate().get(Metric.REQUESTS)).sorted().toList()).as(model)
                    .isEqualTo(front);
        }
    }

    private static double best(Plan layout) {
        double most = 0;
        for (int batch = 1; batch <= 40; batch++) {
            Judgement j = Judge.judge(layout.withWorkload(layout.workload().withConcurrentRequests(batch)));
            if (j.verdict() == Verdict.MEETS || j.verdict() == Verdict.AT_RISK) {
                most = Math.max(most, j.value(Metric.REQUESTS));
            }
        }
        return most;
    }

    /** One GPU carries q requests a second, so 10.5 q at 80 % are ⌈13.125⌉ replicas; more GPUs a replica carry less each. */
    @Test
    void headRoomIsRoundedUpToWholeReplicas() {
        Fleet one = new Fleet("", List.of(pool("h100-sxm", 64, 2)), List.of(traffic("a", "llama-3.1-8b", 1)), 1, 1, 64);
        double q = plan(one).offers().getFirst().replicas().getFirst().estimate().get(Metric.REQUESTS);
        Traffic much = traffic("a", "llama-3.1-8b", 10.5 * q);
        FleetAnswer answer = plan(new Fleet("", one.pools(), List.of(much), 0.8, 1, 64)).answer(FleetObjective.LEAST_COST)
                .orElseThrow();
        assertThat(answer.deployments()).singleElement().satisfies(d -> assertThat(d.replicas()).isEqualTo(14));
        assertThat(answer.gpus()).isEqualTo(14);
        assertThat(answer.costPerHour()).isCloseTo(28, within(1e-9));
        assertThat(answer.carriesAll()).isTrue();
    }

    /** A dear GPU that carries more: fewest takes it, least cost the cheap one, as their requests a dollar say. */
    @Test
    void costAndNumberOfGpusAreDifferentQuestions() {
        List<Pool> pools = List.of(pool("l40s", 64, 1), pool("h200-sxm", 64, 50));
        FleetPlan plan = plan(new Fleet("", pools, List.of(traffic("a", "llama-3.1-8b", 30)), 1, 8, 64));
        FleetAnswer cheap = plan.answer(FleetObjective.LEAST_COST).orElseThrow();
        FleetAnswer few = plan.answer(FleetObjective.FEWEST_GPUS).orElseThrow();
        assertThat(cheap.deployments()).allMatch(d -> d.pool().name().equals("l40s"));
        assertThat(few.deployments()).allMatch(d -> d.pool().name().equals("h200-sxm"));
        assertThat(few.gpus()).isLessThan(cheap.gpus());
        assertThat(few.costPerHour()).isGreaterThan(cheap.costPerHour());
    }

    @Test
    void tooFewGpusAreSaidWithWhatItWouldTake() {
        Fleet fleet = new Fleet("", List.of(pool("h100-sxm", 2, 2)), List.of(traffic("a", "llama-3.1-8b", 500)), 1, 8, 64);
        FleetAnswer answer = plan(fleet).answer(FleetObjective.FEWEST_GPUS).orElseThrow();
        assertThat(answer.kind()).isEqualTo(FleetAnswer.Kind.TOO_FEW);
        assertThat(answer.gpus()).isGreaterThan(2);
        assertThat(answer.deployments().stream().mapToDouble(Deployment::requestsPerSecond).sum()).isGreaterThanOrEqualTo(500);
    }

    /** 70e9 weights of 2 bytes are 141 GB: two GPUs of 48 GB can never hold them; the other demand is carried still. */
    @Test
    void aDemandWithoutALayoutSaysWhyAndTheOthersAreCarried() {
        Fleet fleet = new Fleet("", List.of(pool("l40s", 2, 1)), List.of(traffic("large", "llama-3.1-70b", 1),
                traffic("small", "llama-3.1-8b", 1), traffic("hasty", "llama-3.1-8b", 1, atMost("tpot.steady", 0.001))), 1, 8, 64);
        FleetPlan plan = plan(fleet);
        FleetAnswer answer = plan.answer(FleetObjective.LEAST_COST).orElseThrow();
        assertThat(answer.uncarried()).extracting(Traffic::name).containsExactly("large", "hasty");
        assertThat(answer.deployments()).allMatch(d -> d.traffic().name().equals("small")).isNotEmpty();
        assertThat(answer.carriesAll()).isFalse();
        Offer large = plan.offers().get(0);
        assertThat(large.whyNot()).isEqualTo("no legal layout fits in memory");
        Offer.Miss memory = large.nearest().orElseThrow();
        assertThat(memory.limit()).isEmpty();
        // 70.55 GB of weights on each of two GPUs and 2 GB of reserve, of 48 GB: 1.511, and a little for a batch of one
        assertThat(memory.factor()).isBetween(1.511, 1.56);
        Offer hasty = plan.offers().get(2);
        assertThat(hasty.nearest().orElseThrow().limit().orElseThrow().metric()).isEqualTo(Metric.TPOT_STEADY);
        double nearest = hasty.nearest().get().layout().estimate().get(Metric.TPOT_STEADY);
        assertThat(hasty.nearest().get().factor()).isCloseTo(nearest / 0.001, within(1e-9));
    }

    @Test
    void aTypeWithoutAPriceIsCountedButNotPaid() {
        Pool unpriced = new Pool("no price", hardware("h20", Double.NaN), 8);
        assertThat(unpriced.hardware().pricePerGpuHour()).isNaN();
        FleetPlan plan = plan(new Fleet("", List.of(unpriced), List.of(traffic("a", "llama-3.1-8b", 1)), 1, 8, 64));
        assertThat(plan.answer(FleetObjective.LEAST_COST)).isEmpty();
        assertThat(plan.answer(FleetObjective.FEWEST_GPUS).orElseThrow().carriesAll()).isTrue();
    }

    @Test
    void stopsWhenItIsCancelled() {
        Optional<FleetPlan> plan = FleetPlan.of(new Fleet("", List.of(pool("h100-sxm", 2, 2)), List.of(traffic("a",
                "llama-3.1-8b", 1)), 1, 8, 64), Workers.ALONE, () -> true);
        assertThat(plan).isEmpty();
    }

    /** 64 in each octave: the next larger is at most 1/64 larger. */
    @Test
    void batchesAreDense() {
        List<Integer> batches = Offer.batches(5000);
        assertThat(batches.subList(0, 65)).isEqualTo(java.util.stream.IntStream.rangeClosed(1, 65).boxed().toList());
        for (int i = 64; i < batches.size(); i++) {
            assertThat((double) batches.get(i) / batches.get(i - 1)).isLessThanOrEqualTo(1 + 1.0 / 64);
        }
        assertThat(batches.getLast()).isBetween(4922, 5000);
    }
}
