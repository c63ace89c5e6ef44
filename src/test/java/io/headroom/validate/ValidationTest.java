package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Profile;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Rows;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Profile CALIBRATED = CATALOG.profile("calibrated").orElseThrow();
    private static final String LLAMA = "%s,Llama-3.1-8B,H100,1,1,1,1,1,vLLM,bf16,bf16,1024,128,%s,%s,%s,%s,%s,%s";

    @Test
    void everyRowOfTheCollectionIsEstimatedOrSkippedWithAReasonInSeconds() {
        List<Measurement> all = Rows.all();
        // processor time of this thread: other programs on the machine must not fail the test
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ValidationResult result = Validation.run(all, CATALOG, CALIBRATED);
        assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start))
                .isLessThan(Duration.ofSeconds(4));
        Set<String> seen = Stream.concat(result.rows().stream().map(ValidatedRow::measurement),
                result.skipped().stream().map(s -> s.measurement())).map(Measurement::id).collect(Collectors.toSet());
        assertThat(seen).isEqualTo(all.stream().map(Measurement::id).collect(Collectors.toSet()));
        assertThat(result.rows().size() + result.skipped().size()).isEqualTo(all.size());
        assertThat(result.skippedByReason()).containsEntry("one kernel, not a deployment", 322)
                .containsEntry("one collective, not a deployment", 201).containsEntry("tier C", 637);
    }

    // the first fit of the profile's constants, by a program of its own: TPOT median 8.8 % on Hopper, vLLM 6 %; here
    // with every engine and model of those cards, so a little worse
    @Test
    void closedLoopRowsOnHopperAreNearTheFirstFit() {
        ValidationResult result = Validation.run(Rows.all(), CATALOG, CALIBRATED);
        List<ValidatedRow> hopper = result.rows().stream().filter(r -> r.doubt().isEmpty())
                .filter(r -> r.quantity() == Quantity.TPOT && r.measurement().source().equals("aic")
                        && r.configuration().plan().hardware().gpu().id().equals("h100-sxm")).toList();
        assertThat(ErrorStatistics.of(hopper).medianAbsolute()).isLessThan(0.10);
        assertThat(ErrorStatistics.of(hopper.stream().filter(r -> Grouping.ENGINE.of(r).equals("vllm")).toList())
                .medianAbsolute()).isLessThan(0.08);
    }

    @Test
    void aStaticBatchIsABurstAndItsSteps() {
        ValidatedRow row = only(LLAMA.formatted("a", 16, "", "e2e_ms", "ms", 2000, "static batch"));
        Plan plan = row.configuration().plan();
        Estimate e = (Estimate) Estimator.estimate(plan);
        assertThat(plan.workload().concurrentRequests()).isEqualTo(16);
        assertThat(row.estimated()).isCloseTo(1e3 * (e.get(Metric.TTFT_BURST_LAST)
                + 127 * e.get(Metric.DECODE_STEP)), within(1e-6));
    }

    @Test
    void aClosedLoopIsTheSteadyLoad() {
        ValidatedRow row = only(LLAMA.formatted("a", 16, "", "e2e_ms", "ms", 2000, ""));
        Estimate e = (Estimate) Estimator.estimate(row.configuration().plan());
        assertThat(row.estimated()).isCloseTo(1e3 * e.get(Metric.E2E_STEADY), within(1e-9));
    }

    // of ten generations of 16 equal requests a ninth is like the burst at the start, the others read one and a half
    // prompts before their own: TTFT = 8/9 * (w * step + alone + 1.5 * other) + 1/9 * burst, TPOT is the rest of E2E
    @Test
    void aBenchmarkOfEqualRequestsBeginsWithABurst() {
        ValidatedRow row = only(LLAMA.formatted("a", 16, "", "tpot_ms", "ms", 10, ""));
        Plan plan = row.configuration().plan();
        Estimate e = (Estimate) Estimator.estimate(plan);
        double ttft = 8.0 / 9 * (plan.assumptions().constants().admissionSteps() * e.get(Metric.DECODE_STEP)
                + e.get(Metric.TTFT_ALONE) + 1.5 * e.prefill().otherSeconds()) + e.get(Metric.TTFT_BURST_MEAN) / 9;
        assertThat(row.estimated()).isCloseTo(1e3 * (e.get(Metric.E2E_STEADY) - ttft) / 127, within(1e-9));
    }

    // a burst of equal requests stays in step where prompts go first: each waits for half of the others' prefills, and
    // half of them wait for it, so TTFT = w * step + alone + 15/2 * other, with w
    // steps until admitted, and TPOT = step + 15/2 * other / 127
    @Test
    void equalRequestsStayInStepWherePromptsGoFirst() {
        String sglang = LLAMA.replace("vLLM", "SGLang");
        ValidatedRow tpot = only(sglang.formatted("a", 16, "", "tpot_ms", "ms", 10, ""));
        ValidatedRow ttft = only(sglang.formatted("a", 16, "", "ttft_ms", "ms", 100, ""));
        Estimate e = (Estimate) Estimator.estimate(tpot.configuration().plan());
        double step = e.get(Metric.DECODE_STEP);
        double wait = tpot.configuration().plan().assumptions().constants().admissionSteps() * step;
        double half = 7.5 * e.prefill().otherSeconds();
        assertThat(ttft.estimated()).isCloseTo(1e3 * (wait + e.get(Metric.TTFT_ALONE) + half), within(1e-6));
        assertThat(tpot.estimated()).isCloseTo(1e3 * (step + half / 127), within(1e-6));
        String varied = "lengths uniform in [0.8,1.0]x nominal";
        assertThat(only(sglang.formatted("a", 16, "", "ttft_ms", "ms", 100, '"' + varied + '"')).estimated())
                .isNotCloseTo(ttft.estimated(), within(1.0));
    }

    // Little's law: requests in flight = rate x time of a request; output tokens/s = rate x 128 while it keeps up
    @Test
    void anOpenLoopServesWhatArrives() {
        assertThat(only(LLAMA.formatted("a", "open loop", 4, "output_tok_s_total", "tok/s", 512, "")).estimated())
                .isCloseTo(512, within(1e-9));
        double slow = only(LLAMA.formatted("a", "open loop", 0.01, "tpot_ms", "ms", 6, "")).estimated();
        double busy = only(LLAMA.formatted("a", "open loop", 8, "tpot_ms", "ms", 6, "")).estimated();
        double one = only(LLAMA.formatted("a", 1, "", "tpot_ms", "ms", 6, "")).estimated();
        assertThat(slow).isCloseTo(one, within(0.01 * one));
        assertThat(busy).isGreaterThan(1.1 * one);
    }

    // 80 GB x 0.9 leave room for far fewer than 4,096 requests of 1,152 tokens x 131,072 bytes (151 MB each)
    @Test
    void whatIsNotAdmittedWaits() {
        List<ValidatedRow> rows = Validation.run(Rows.of(
                LLAMA.formatted("t", 4096, "", "tpot_ms", "ms", 60, ""),
                LLAMA.formatted("f", 4096, "", "ttft_ms", "ms", 60, ""),
                LLAMA.formatted("e", 4096, "", "e2e_ms", "ms", 60, ""),
                LLAMA.formatted("o", "max throughput/offline", "", "output_tok_s_total", "tok/s", 60, "")), CATALOG,
                CALIBRATED).rows();
        double tpot = rows.get(0).estimated();
        double ttft = rows.get(1).estimated();
        double whole = rows.get(2).estimated();
        assertThat(ttft + 127 * tpot).isCloseTo(whole, within(1e-6 * whole));
        // Little: 4,096 requests of 128 tokens each time a request takes; the offline run is the same full engine
        assertThat(4096 * 128 / (whole / 1e3)).isCloseTo(rows.get(3).estimated(), within(1e-6 * 1e6));
    }

    // weights of Llama-3.1-8B: 8,030,261,248 x 2 bytes = 14.958 GiB, whatever the accelerator
    @Test
    void weightsNeedNoAccelerator() {
        assertThat(only("w,Llama-3.1-8B,not stated,1,1,1,1,1,vLLM,bf16,,,,,,memory_gb,GiB per GPU,14.99,").estimated())
                .isCloseTo(14.958, within(0.001));
    }

    @Test
    void ttftAndTpotOfOneConfigurationMakeAnEndToEnd() {
        ValidationResult result = Validation.run(Rows.of(LLAMA.formatted("x:1", 8, "", "ttft_ms", "ms", 100, ""),
                LLAMA.formatted("x:2", 8, "", "tpot_ms", "ms", 10, "")), CATALOG, CALIBRATED);
        assertThat(result.endToEnd()).singleElement().satisfies(pair -> {
            assertThat(pair.id()).isEqualTo("x:1 + x:2");
            assertThat(pair.isDerived()).isTrue();
            assertThat(pair.measured()).isEqualTo(100 + 127 * 10.0);
            assertThat(pair.estimated()).isCloseTo(result.rows().get(0).estimated()
                    + 127 * result.rows().get(1).estimated(), within(1e-9));
        });
    }

    private static ValidatedRow only(String line) {
        ValidationResult result = Validation.run(Rows.of(line), CATALOG, CALIBRATED);
        assertThat(result.skipped()).isEmpty();
        return result.rows().getFirst();
    }
}
