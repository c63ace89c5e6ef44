package io.headroom.explore.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.explore.whatif.FeasibilityMap.Hindrance;
import io.headroom.explore.whatif.Sensitivity.Swing;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final Input REQUESTS = Inputs.WORKLOAD.getFirst();
    private static final Input TENSOR = Inputs.PARALLELISM.getFirst();
    private static final Input DATA = Inputs.PARALLELISM.get(2);
    private static Plan plan;

    @BeforeAll
    static void read() throws Exception {
        plan = plan("report-001", "optimized");
    }

    private static Plan plan(String sample, String name) throws Exception {
        Catalog catalog = CatalogFiles.load();
        Path file = Path.of("sample-plans/" + sample + ".json");
        return PlanFile.read(file.toString(), Files.readAllBytes(file), catalog).review().plans().stream()
                .filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aSweepHoldsEveryLegalStopAndWhereThePlanIs() {
        Sweep sweep = Sweep.of(plan, TENSOR);
        // 64 query heads: divisors and powers of two, all legal
        assertThat(sweep.points()).extracting(Sweep.Point::value).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0);
        assertThat(sweep.now()).isEqualTo(4);
        assertThat(sweep.points()).allSatisfy(p -> assertThat(p.judgement().plan().parallelism().tensor())
                .isEqualTo((int) p.value()));
    }

    @Test
    void aLimitIsUsedByItsShareWhateverItsSense() {
        Judgement judgement = Judge.judge(plan);
        Estimate e = judgement.estimate().orElseThrow();
        List<LimitShare> shares = LimitShare.of(judgement);
        // the report's requirement: TTFT at most 30 s; usable memory of profile plan is all 64 GB
        assertThat(shares).extracting(LimitShare::metric).containsExactlyInAnyOrder(Metric.MEMORY_TOTAL,
                Metric.TTFT_BURST_LAST);
        LimitShare memory = shares.stream().filter(s -> s.metric() == Metric.MEMORY_TOTAL).findFirst().orElseThrow();
        assertThat(memory.share()).isCloseTo(e.get(Metric.MEMORY_TOTAL) / 64e9, within(1e-12));
        LimitShare ttft = shares.stream().filter(s -> s.metric() == Metric.TTFT_BURST_LAST).findFirst().orElseThrow();
        assertThat(ttft.share()).isCloseTo(e.get(Metric.TTFT_BURST_LAST) / 30, within(1e-12));
        assertThat(ttft.isOver()).isFalse();
    }

    @Test
    void theLargestPassingValueIsTheLastBeforeALimitIsMissed() {
        Sweep sweep = Sweep.of(plan, REQUESTS);
        double largest = sweep.largestPassing();
        assertThat(largest).isGreaterThanOrEqualTo(512);
        assertThat(sweep.points()).allSatisfy(p -> assertThat(LimitShare.of(p.judgement()).stream()
                .anyMatch(LimitShare::isOver)).isEqualTo(p.value() > largest));
    }

    @Test
    void everySwingIsOneMoveOfOneInputAndTheLargestComesFirst() {
        Sensitivity sensitivity = Sensitivity.of(plan, Metric.TPOT_STEADY, new Formatter(ByteUnits.GB));
        Swing tensor = swing(sensitivity, "Tensor (TP)");
        Step up = tensor.up().orElseThrow();
        assertThat(up.text()).isEqualTo("TP 4 → 8");
        assertThat(up.plan()).isEqualTo(TENSOR.with(plan, 8));
        assertThat(up.value()).isEqualTo(tpot(TENSOR.with(plan, 8)));
        assertThat(tensor.down().orElseThrow().value()).isEqualTo(tpot(TENSOR.with(plan, 2)));
        assertThat(swing(sensitivity, "KV cache").up().orElseThrow().text()).isEqualTo("KV cache FP8 → BF16");
        assertThat(sensitivity.swings()).extracting(s -> s.most(sensitivity.now()))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        // it is at 1 already
        assertThat(swing(sensitivity, "Context (CP)").down()).isEmpty();
    }

    @Test
    void aValleyIsMarked() {
        Swing valley = new Swing("x", Optional.of(new Step("", plan, 3)), Optional.of(new Step("", plan, 2.5)));
        assertThat(valley.isNonMonotonic(2)).isTrue();
        assertThat(valley.isNonMonotonic(2.7)).isFalse();
        assertThat(valley.most(2)).isEqualTo(1);
    }

    @Test
    void bandwidthMovesDecodingAndTheLinkDoesNotWhereThereIsNone() {
        Plan one = TENSOR.with(Inputs.PARALLELISM.get(1).with(DATA.with(plan, 1), 1), 1);
        Sensitivity sensitivity = Sensitivity.of(one, Metric.DECODE_STEP, new Formatter(ByteUnits.GB));
        assertThat(swing(sensitivity, "Link efficiency").most(sensitivity.now())).isZero();
        assertThat(swing(sensitivity, "MBU").most(sensitivity.now())).isPositive();
        assertThat(one.assumptions().isGiven(Knob.MBU)).isFalse();
    }

    @Test
    void aMapIsASweepOfSweeps() {
        FeasibilityMap map = FeasibilityMap.of(plan, REQUESTS, TENSOR, Metric.TTFT_BURST_LAST);
        assertThat(map.cells()).hasSize(map.xs().size() * map.ys().size());
        for (int row = 0; row < map.ys().size(); row++) {
            Plan moved = TENSOR.with(plan, map.ys().get(row));
            for (int column = 0; column < map.xs().size(); column++) {
                Judgement judgement = Judge.judge(REQUESTS.with(moved, map.xs().get(column)));
                FeasibilityMap.Cell cell = map.at(column, row);
                assertThat(cell.value()).isEqualTo(judgement.estimate().orElseThrow().get(Metric.TTFT_BURST_LAST));
                assertThat(cell.works()).isEqualTo(judgement.isLegal() && judgement.fits() && judgement.requirements()
                        .stream().noneMatch(r -> r.fails()));
                if (judgement.isLegal() && !judgement.fits()) {
                    assertThat(cell.hindrance()).contains(Hindrance.MEMORY);
                }
            }
        }
        assertThat(map.cells()).anyMatch(FeasibilityMap.Cell::works).anyMatch(c -> !c.works());
    }

    @Test
    void aLimitThatNoCellMeetsIsLeftOutSoThatTheOthersShow() throws Exception {
        // report 000 asks 100 tokens/ms of each GPU: 8.33 times what the card's peak allows at any batch
        Plan impossible = plan("report-000", "24-gpus");
        FeasibilityMap map = FeasibilityMap.of(impossible, REQUESTS, DATA, Metric.TTFT_BURST_LAST);
        assertThat(map.leftOut()).containsExactly(Metric.OUTPUT_TOKENS_PER_GPU.label());
        assertThat(map.cells()).anyMatch(FeasibilityMap.Cell::works)
                .anyMatch(c -> c.reason().equals(Metric.TTFT_BURST_LAST.label() + " missed"));
        assertThat(FeasibilityMap.of(plan, REQUESTS, TENSOR, Metric.TTFT_BURST_LAST).leftOut()).isEmpty();
    }

    @Test
    void aCancelledMapIsNone() {
        assertThat(FeasibilityMap.of(plan, REQUESTS, TENSOR, Metric.GPUS, () -> true)).isEmpty();
    }

    private static Swing swing(Sensitivity sensitivity, String name) {
        return sensitivity.swings().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private static double tpot(Plan moved) {
        return ((Estimate) Estimator.estimate(moved)).get(Metric.TPOT_STEADY);
    }
}
