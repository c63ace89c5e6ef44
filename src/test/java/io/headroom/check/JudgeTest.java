package io.headroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.legal.Finding;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.pass.Bound;
import io.headroom.plan.Extras;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import io.headroom.planfile.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Judges the sample plans; numbers of report 000 are those that its own text states. */
class JudgeTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    /**
     * Report 000: "100 tokens/ms = 2000TFLOPs sustained. Available: 240TFLOPs per GPU. Gap: 8.33x": physically
     * impossible, since 400 TFLOP/s at peak are 20 tokens/ms of 10 B parameters, and 240 are 12.
     */
    @Test
    void report000AsksForTheImpossible() throws Exception {
        Judgement judgement = Judge.judge(plan("report-000", "24-gpus"));
        RequirementStatus throughput = judgement.requirements().get(0);
        ThroughputReach reach = ThroughputReach.of(judgement.estimate().orElseThrow(), throughput).orElseThrow();

        assertThat(judgement.verdict()).isEqualTo(Verdict.MISSES);
        assertThat(throughput.status()).isEqualTo(Status.IMPOSSIBLE);
        assertThat(throughput.limit()).isEqualTo(100e3);
        assertThat(throughput.bound()).isCloseTo(20e3, within(20.0));
        assertThat(reach.neededFlops()).isCloseTo(2000e12, within(2e12));
        assertThat(reach.availableFlops()).isCloseTo(240e12, within(1.0));
        assertThat(reach.reachablePerGpu()).isCloseTo(12e3, within(12.0));
        assertThat(reach.factor()).isCloseTo(8.33, within(0.005));
        assertThat(reach.text()).isEqualTo("100 tokens/ms a GPU × 2 × 10.0 B active parameters = 2~000 TFLOP/s; a GPU "
                .replace('~', '\u2009') + "has 400 TFLOP/s × 60 % = 240 TFLOP/s, enough for 12.0 tokens/ms: 8.33× "
                + "too little");
    }

    /** The verdicts that follow from the metrics of the Python reference under src/test/reference, compared there. */
    @Test
    void everySamplePlanHasItsVerdict() throws Exception {
        Map<String, List<Verdict>> verdicts = new TreeMap<>();
        try (var files = Files.list(Path.of("sample-plans"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<Verdict> ofFile = new ArrayList<>();
                for (Plan plan : PlanFile.read(file.toString(), Files.readAllBytes(file), CATALOG).review().plans()) {
                    ofFile.add(Judge.judge(plan).verdict());
                }
                verdicts.put(file.getFileName().toString().replace(".json", ""), ofFile);
            }
        }

        Verdict meets = Verdict.MEETS;
        Verdict misses = Verdict.MISSES;
        assertThat(verdicts).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("deepseek-v3-16xh100-sxm", List.of(meets, meets, meets)),
                Map.entry("deepseek-v3-32xh800", List.of(misses, meets, meets)),
                Map.entry("deepseek-v3-8xh200-sxm", List.of(meets, meets)),
                Map.entry("gpt-oss-120b-1xh100-sxm", List.of(meets, meets)),
                Map.entry("llama-3.1-70b-8xh100-sxm", List.of(meets, misses, meets)),
                Map.entry("llama-3.1-8b-1xh100-sxm", List.of(meets, meets)),
                Map.entry("mixtral-8x7b-4xa100-sxm-80", List.of(meets, meets, misses)),
                Map.entry("qwen3-235b-a22b-8xh20", List.of(meets, meets, meets)),
                Map.entry("report-000", List.of(misses, misses, misses, misses, misses)),
                Map.entry("report-001", List.of(meets, meets)),
                Map.entry("report-002", List.of(misses, misses)),
                Map.entry("report-003", List.of(meets, meets, meets, meets, meets)),
                Map.entry("report-004", List.of(misses, misses, misses))));
    }

    @Test
    void whatIsNotLegalIsNotJudgedFurther() throws Exception {
        Plan plan = plan("report-000", "24-gpus").withParallelism(Parallelism.SINGLE.withTensor(3));
        Judgement judgement = Judge.judge(plan);

        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_LEGAL);
        assertThat(judgement.isLegal()).isFalse();
        assertThat(judgement.findings().get(0).severity()).isEqualTo(Finding.Severity.ERROR);
        // groups are whole, so there are numbers, "if it were legal"
        assertThat(judgement.estimate()).isPresent();
    }

    @Test
    void withoutNumbersEveryRequirementIsUnknown() throws Exception {
        Plan plan = plan("report-000", "24-gpus");
        Judgement judgement = Judge.judge(plan.withParallelism(plan.parallelism().withTensor(6)));

        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_LEGAL);
        assertThat(judgement.estimate()).isEmpty();
        assertThat(judgement.fits()).isFalse();
        assertThat(judgement.requirements()).hasSize(3).allMatch(r -> r.status() == Status.UNKNOWN);
    }

    /** 671 B parameters in FP8 are 671 GB, an H100 has 80. */
    @Test
    void deepseekDoesNotFitOneH100() throws Exception {
        Judgement judgement = Judge.judge(plan("deepseek-v3-16xh100-sxm", "tp8-pp2")
                .withParallelism(Parallelism.SINGLE));

        assertThat(judgement.verdict()).isEqualTo(Verdict.DOES_NOT_FIT);
        assertThat(judgement.verdict().toString()).isEqualTo("✗ Does not fit");
        assertThat(judgement.isLegal()).isTrue();
    }

    @Test
    void aWishDoesNotFail() throws Exception {
        Plan plan = plan("llama-3.1-8b-1xh100-sxm", "bf16");

        assertThat(verdict(plan, requirement("tpot.steady", 1, "ms", 0, false))).isEqualTo(Verdict.MISSES);
        assertThat(verdict(plan, requirement("tpot.steady", 1, "ms", 0, true))).isEqualTo(Verdict.MEETS);
        assertThat(verdict(plan)).isEqualTo(Verdict.NO_LIMITS);
    }

    @Test
    void doubtIsNeitherMeetingNorMissing() throws Exception {
        Plan plan = plan("llama-3.1-8b-1xh100-sxm", "bf16");

        // 8.03 B parameters in bf16 are 16.06 GB: within 1 % of 16.1
        assertThat(verdict(plan, requirement("memory.weights", 16.1, "GB", 0.01, false))).isEqualTo(Verdict.AT_RISK);
        assertThat(verdict(plan, requirement("quality.qa", 1, "", 0, false))).isEqualTo(Verdict.AT_RISK);
        assertThat(verdict(plan, requirement("quality.qa", 1, "", 0, true))).isEqualTo(Verdict.MEETS);
    }

    @Test
    void saysByWhatTheVerdictHolds() throws Exception {
        Plan plan = plan("llama-3.1-8b-1xh100-sxm", "bf16");

        assertThat(Judge.judge(plan).basis()).isEqualTo("by the plan's assumptions");
        assertThat(Judge.judge(plan.withAssumptions(plan.assumptions()
                .withProfile(CATALOG.profile("calibrated").orElseThrow()))).basis()).isEmpty();
    }

    /** A single dense GPU reads its weights for every token: memory bandwidth binds decode, arithmetic a long prompt. */
    @Test
    void namesWhatBindsEachPhase() throws Exception {
        Estimate estimate = Judge.judge(plan("llama-3.1-8b-1xh100-sxm", "bf16")).estimate().orElseThrow();
        Binding decode = Binding.of(estimate, Binding.Phase.DECODE);
        Binding prefill = Binding.of(estimate, Binding.Phase.PREFILL);

        assertThat(decode.first()).isEqualTo(Bound.MEMORY);
        assertThat(decode.text()).startsWith("decode: memory bandwidth ");
        assertThat(prefill.first()).isEqualTo(Bound.COMPUTE);
        assertThat(prefill.next()).isEqualTo(Bound.MEMORY);
        assertThat(prefill.share()).isGreaterThan(prefill.nextShare());
        assertThat(prefill.text()).matches("prefill: compute \\d+ %, next memory bandwidth [\\d.]+ %");
    }

    private static Verdict verdict(Plan plan, Requirement... requirements) {
        return Judge.judge(plan.withRequirements(List.of(requirements))).verdict();
    }

    private static Requirement requirement(String metric, double value, String unit, double margin, boolean soft) {
        return new Requirement(metric, Requirement.Bound.AT_MOST, value, unit, margin, soft, Extras.NONE);
    }

    private static Plan plan(String file, String name) throws Exception {
        Path path = Path.of("sample-plans", file + ".json");
        return PlanFile.read(file, Files.readAllBytes(path), CATALOG).review().plans().stream()
                .filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }
}
