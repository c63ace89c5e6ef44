package io.headroom.explore.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.session.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each input reads, writes, stops at and understands. */
class InputsTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Formatter GB = new Formatter(ByteUnits.GB);
    private final Plan plan = Samples.read("report-001", CATALOG).review().plans().getFirst();

    @Test
    void everyInputReadsBackWhatItWroteAtEveryLegalStop() {
        for (Input input : all()) {
            for (Stop stop : input.stopsFor(plan)) {
                assertThat(input.valueIn(input.with(plan, stop.value()))).as(input.key()).isEqualTo(stop.value());
            }
        }
    }

    @Test
    void everyListOfStopsRisesStaysInRangeAndHoldsThePlansOwnValue() {
        for (Input input : all()) {
            Plan odd = input.with(plan, input.range().whole() ? 7 : input.range().max() / 3);
            List<Double> values = input.stopsFor(odd).stream().map(Stop::value).toList();
            assertThat(values).as(input.key()).isSorted().doesNotHaveDuplicates().contains(input.valueIn(odd))
                    .allMatch(v -> v >= input.range().min() && v <= input.range().max());
        }
    }

    @Test
    void everyAssumptionThatPlansSetHasAnInput() {
        assertThat(Inputs.ASSUMPTIONS.stream().map(Assumption::knob))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Knob.values()).filter(k -> !k.isLatency()).toList());
    }

    @Test
    void anOverriddenAssumptionGoesBackToTheProfile() {
        Assumption mfu = Inputs.ASSUMPTIONS.getFirst();
        Plan own = mfu.input().with(plan, 0.45);
        assertThat(mfu.isOverriddenIn(plan)).isFalse();
        assertThat(mfu.isOverriddenIn(own)).isTrue();
        assertThat(mfu.reset(own)).isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource({
        "mfu, 45, 0.45", "mfu, 45 %, 0.45", "mfu, '44,5', 0.445",
        "reserveBytes, 3, 3e9", "reserveBytes, 3 GiB, 3221225472", "reserveBytes, 500 MB, 5e8",
        "overheadPerLayerSeconds, 50 us, 5e-5", "overheadPerLayerSeconds, 0.1 ms, 1e-4",
        "expertImbalance, '1,5', 1.5"})
    void numbersAreUnderstoodInTheUnitShownAndInOthers(String key, String text, double value) {
        Input input = input("assumptions." + key);
        assertThat(input.read(text, plan, GB).value()).isEqualTo(value);
        assertThat(input.read(text, plan, GB).message()).isEmpty();
    }

    @Test
    void whatAFieldShowsReadsBackAsTheSame() {
        for (Input input : all()) {
            double value = input.valueIn(plan);
            Input.Reading reading = input.read(input.text(value, GB), plan, GB);
            assertThat(reading.value()).as(input.key() + " " + input.text(value, GB)).isEqualTo(value);
        }
    }

    @Test
    void aDegreeTakesOnlyLegalValues() {
        Input tensor = input("parallelism.tensor");
        // 64 query heads of Qwen3-235B: 5 does not divide them, 4 and 8 do
        assertThat(tensor.read("5", plan, GB).value()).isEqualTo(4);
        assertThat(tensor.read("7", plan, GB).value()).isEqualTo(8);
        assertThat(tensor.read("100000", plan, GB).value()).isEqualTo(64);
        assertThat(tensor.read("8", plan, GB).message()).isEmpty();
    }

    private static Input input(String key) {
        return all().stream().filter(i -> i.key().equals(key)).findFirst().orElseThrow();
    }

    private static List<Input> all() {
        List<Input> all = new ArrayList<>(Inputs.WORKLOAD);
        all.addAll(Inputs.PARALLELISM);
        all.add(Inputs.CHUNK);
        Inputs.ASSUMPTIONS.forEach(a -> all.add(a.input()));
        return all;
    }
}
