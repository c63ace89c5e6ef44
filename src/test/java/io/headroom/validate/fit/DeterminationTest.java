package io.headroom.validate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import io.headroom.validate.fit.Determination.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Expected answers follow from what each measured time consists of. */
class DeterminationTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Set<Knob> ASKED = EnumSet.of(Knob.MFU, Knob.MBU, Knob.LINK_EFFICIENCY, Knob.OVERHEAD_PER_STEP,
            Knob.OVERHEAD_PER_REQUEST);

    /** 1,030 steps of one request on one GPU: bytes and overhead of a step, hardly a prompt, and nothing sent. */
    @Test
    void aTimeOfManyStepsTellsBandwidthOrOverheadAndNotBoth() throws Exception {
        List<Sample> one = samples("vllm", "e2e.steady");
        Map<Knob, Answer> none = Determination.of(one, ASKED, List.of());
        assertThat(none.get(Knob.MBU)).isInstanceOf(Answer.Told.class);
        assertThat(none.get(Knob.OVERHEAD_PER_STEP)).isInstanceOf(Answer.Told.class);
        assertThat(none.get(Knob.LINK_EFFICIENCY)).isInstanceOf(Answer.NotFelt.class);
        assertThat(none.get(Knob.OVERHEAD_PER_REQUEST)).isInstanceOf(Answer.NotFelt.class);
        Map<Knob, Answer> step = Determination.of(one, ASKED, List.of(Knob.OVERHEAD_PER_STEP));
        assertThat(step.get(Knob.OVERHEAD_PER_STEP)).isInstanceOf(Answer.Told.class);
        assertThat(step.get(Knob.MBU)).isEqualTo(new Answer.NotApart(Set.of(Knob.OVERHEAD_PER_STEP)));
    }

    /** The rate is the reciprocal of the time: a second row that says the same. */
    @Test
    void theRateOfTheSameRunAddsNothing() throws Exception {
        List<Sample> both = new ArrayList<>(samples("vllm", "e2e.steady"));
        both.addAll(samples("vllm", "throughput.outputTokens"));
        assertThat(Determination.of(both, ASKED, List.of(Knob.MBU)).get(Knob.OVERHEAD_PER_STEP))
                .isInstanceOf(Answer.NotApart.class);
    }

    /** Half the bytes and the same overhead: now both are told. */
    @Test
    void aSecondPrecisionTellsThemApart() throws Exception {
        List<Sample> both = new ArrayList<>(samples("vllm", "e2e.steady"));
        both.addAll(samples("vllm_fp8_quantization", "e2e.steady"));
        assertThat(Determination.of(both, ASKED, List.of(Knob.OVERHEAD_PER_STEP)).get(Knob.MBU))
                .isInstanceOf(Answer.Told.class);
    }

    @Test
    void withoutAMeasurementNothingIsTold() {
        assertThat(Determination.of(List.of(), ASKED, List.of()).values())
                .allMatch(Answer.NoMeasurement.class::isInstance);
    }

    @Test
    void aFitTellsHowFarItIsAndStopsAtOnce() throws Exception {
        List<Sample> two = new ArrayList<>(samples("vllm", "e2e.steady"));
        two.addAll(samples("vllm_fp8_quantization", "e2e.steady"));
        Set<Double> seen = new TreeSet<>();
        AssumptionFit.fit(two, two.getFirst().plan().assumptions(), Set.of(Knob.OVERHEAD_PER_STEP), done -> {
            seen.add(done);
            return true;
        });
        // the fit itself, then one without each of the two rows
        assertThat(seen).hasSizeGreaterThanOrEqualTo(3).allMatch(done -> done >= 0 && done <= 1);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> AssumptionFit.fit(two, two.getFirst().plan().assumptions(),
                Set.of(Knob.OVERHEAD_PER_STEP), _ -> asked.incrementAndGet() < 100))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(100);
    }

    private static List<Sample> samples(String name, String metric) throws Exception {
        Path file = Path.of("sample-plans/report-003.json");
        Plan plan = PlanFile.read(file.toString(), Files.readAllBytes(file), CATALOG).review().plans().stream()
                .filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        return Sample.of(Basis.of(CATALOG.profile("calibrated").orElseThrow()).on(plan)).stream()
                .filter(s -> s.quantity().equals(metric)).toList();
    }
}
