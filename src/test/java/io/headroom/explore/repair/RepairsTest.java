package io.headroom.explore.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.headroom.catalog.NumberFormat;
import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.legal.Degree;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.rule.SamplePlan;
import io.headroom.estimate.Metric;
import io.headroom.explore.SampleReviews;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.metamorphic.plans.RandomPlans;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RepairsTest {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);

    /** Report 004 itself: "TP=2, PP=2, DP=2, SP=2" on 8 GPUs, "Removed PP", 4 GPUs, "50% reduction". */
    @Test
    void findsWhatReport004Found() {
        Plan previous = SampleReviews.plan("report-004", "previous");
        Diagnosis pipeline = diagnosis(previous, "surplus.PP").orElseThrow();

        assertThat(pipeline.text(FORMAT)).isEqualTo("PP 2 is not needed: everything fits on 4 GPUs; memory "
                + "33 → 57 %, half the GPUs.");
        assertThat(pipeline.repairs()).hasSize(1);
        assertThat(pipeline.repairs().get(0).fix().label()).isEqualTo("PP 2 → 1");
        assertThat(pipeline.repairs().get(0).after().plan().parallelism())
                .isEqualTo(SampleReviews.plan("report-004", "optimized").parallelism());
    }

    /** 32 heads: the divisors around 5 are 4 and 8; 5/4 is a smaller step than 8/5. */
    @Test
    void namesTheNearestLegalDegrees() {
        Plan five = SamplePlan.of("llama-3.1-8b", "h100-sxm", 5, 1, 1, 1);
        Diagnosis heads = diagnosis(five, "heads.tensor").orElseThrow();

        assertThat(heads.severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(heads.repairs()).extracting(r -> r.fix().label()).startsWith("TP 5 → 4", "TP 5 → 8");
        assertThat(heads.repairs()).allMatch(r -> r.after().isLegal());
    }

    /** Llama-3.1-70B in bf16 is 141 GB: not on one GPU of 80 GB, whatever is asked of it, but on several. */
    @Test
    void mendsAnOverflow() {
        Plan one = SamplePlan.of("llama-3.1-70b", "h100-sxm");
        Diagnosis overflow = diagnosis(one, "memory.fits").orElseThrow();

        assertThat(overflow.text(FORMAT)).startsWith("Stage 0 needs ").contains("usable: over by ");
        assertThat(overflow.repairs()).isNotEmpty().allMatch(r -> r.after().fits());
        assertThat(overflow.repairs()).anyMatch(r -> r.fix().label().startsWith("TP 1 → "));
    }

    /** Both have 4 bits and a scale for 32 elements and compute in bf16; that a rule pads only one of them is no saving. */
    @Test
    void aFormatThatIsAsLargeMendsNothing() {
        Plan plan = SamplePlan.of("gpt-oss-120b", "h100-sxm");
        Plan padded = plan.withPrecision(plan.precision().withExperts(NumberFormat.MXFP4)).withAssumptions(new Assumptions(
                SamplePlan.CATALOG.profile("calibrated").orElseThrow(), "vllm", Map.of()));
        for (String rule : List.of("memory.fits", "experts.padding")) {
            assertThat(diagnosis(padded, rule).orElseThrow().repairs()).as(rule)
                    .noneMatch(r -> r.fix().label().startsWith("experts"));
        }
        assertThat(diagnosis(padded, "memory.fits").orElseThrow().repairs()).isNotEmpty();
    }

    /** 1 GiB is 2^30 B: 1 GB in the sentences of one reader is 0.931 GiB in those of another. */
    @Test
    void sizesAreWrittenInTheUnitsOfTheReader() {
        Formatter binary = new Formatter(ByteUnits.GIB);
        Plan limited = SampleReviews.atMost(SamplePlan.of("llama-3.1-70b", "h100-sxm"), "memory.total", 1, "TB");
        Diagnosis overflow = diagnosis(limited, "memory.fits").orElseThrow();
        assertThat(sizes(overflow.text(FORMAT), "GB")).hasSize(3);
        inGib(overflow.text(FORMAT), overflow.text(binary));
        Repair tensor = overflow.repairs().stream().filter(r -> r.fix().label().startsWith("TP 1 → ")).findFirst().orElseThrow();
        Shift memory = tensor.shifts().stream().filter(s -> s.metric() == Metric.MEMORY_TOTAL).findFirst().orElseThrow();
        assertThat(sizes(memory.text(FORMAT), "GB")).hasSize(2);
        inGib(memory.text(FORMAT), memory.text(binary));
    }

    private static void inGib(String decimal, String binary) {
        List<Double> gb = sizes(decimal, "GB");
        List<Double> gib = sizes(binary, "GiB");
        assertThat(gib).hasSameSizeAs(gb);
        for (int i = 0; i < gb.size(); i++) {
            assertThat(gib.get(i)).isCloseTo(gb.get(i) * 1e9 / 1_073_741_824, withinPercentage(1));
        }
    }

    private static List<Double> sizes(String text, String unit) {
        return Pattern.compile("([\\d.]+) " + unit + "\\b").matcher(text).results().map(r -> Double.valueOf(r.group(1)))
                .toList();
    }

    @Test
    void repairsSayWhatTheyCostElsewhere() {
        Plan one = SamplePlan.of("llama-3.1-70b", "h100-sxm");
        Repair tensor = diagnosis(one, "memory.fits").orElseThrow().repairs().stream()
                .filter(r -> r.fix().label().startsWith("TP 1 → ")).findFirst().orElseThrow();

        int gpus = tensor.after().plan().parallelism().tensor();
        assertThat(tensor.effect(FORMAT)).contains("GPUs 1 → " + gpus, "Cost an hour $");
        assertThat(tensor.change()).isEqualTo(2 * Math.log(gpus) / Math.log(2));
    }

    /** Every promise of a repair is checked against the judge, on random plans, half of them made illegal. */
    @Test
    void everyRepairMendsWhatItSays() {
        RandomPlans plans = new RandomPlans(31);
        int repairs = 0;
        for (int i = 0; i < 150; i++) {
            Plan plan = i % 2 == 0 ? plans.plan(i) : Degree.TENSOR.with(plans.plan(i), 1 + i % 9);
            Plan limited = SampleReviews.atMost(plan, "tpot.steady", i % 3 * 8e-3 + 1e-3, "s");
            Judgement now = Judge.judge(limited);
            for (Diagnosis diagnosis : Repairs.of(now)) {
                for (Repair repair : diagnosis.repairs()) {
                    repairs++;
                    Judgement after = Judge.judge(repair.fix().apply(limited));
                    assertThat(after.plan()).as("plan %d", i).isEqualTo(repair.after().plan());
                    assertThat(after.findings()).as("plan %d", i).isEqualTo(repair.after().findings());
                    assertThat(isMended(diagnosis, after)).as("plan %d %s: %s", i,
                            diagnosis.text(FORMAT), repair.fix().label()).isTrue();
                }
                assertThat(diagnosis.repairs()).isSortedAccordingTo((a, b) -> a.isClean() != b.isClean()
                        ? a.isClean() ? -1 : 1 : Double.compare(a.change(), b.change()));
            }
        }
        assertThat(repairs).isGreaterThan(500);
    }

    private static boolean isMended(Diagnosis diagnosis, Judgement after) {
        return switch (diagnosis.rule()) {
            case "memory.fits" -> after.fits();
            case "requirement.tpot.steady" -> !after.requirements().get(0).isMissed()
                    && after.estimate().isPresent();
            default -> diagnosis.rule().startsWith("surplus.") ? after.fits() && after.isLegal()
                    : after.findings().stream().noneMatch(f -> f.rule().equals(diagnosis.rule())
                    && f.severity().ordinal() <= diagnosis.severity().ordinal());
        };
    }

    @Test
    void aPlanThatNeedsEverythingHasNothingTooMuch() {
        // 141 GB of weights on 2 GPUs of 80 GB: one GPU less does not hold them
        Plan two = SamplePlan.of("llama-3.1-70b", "h100-sxm", 2, 1, 1, 1)
                .withWorkload(SamplePlan.of("llama-3.1-70b", "h100-sxm").workload().withConcurrentRequests(1));

        assertThat(Repairs.of(Judge.judge(two))).extracting(Diagnosis::rule)
                .noneMatch(rule -> rule.startsWith("surplus."));
    }

    private static Optional<Diagnosis> diagnosis(Plan plan, String rule) {
        List<Diagnosis> all = Repairs.of(Judge.judge(plan));
        return all.stream().filter(d -> d.rule().equals(rule)).findFirst();
    }
}
