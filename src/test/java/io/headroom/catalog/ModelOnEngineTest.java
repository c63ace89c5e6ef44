package io.headroom.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.read.CatalogFiles;
import io.headroom.catalog.read.ProfileReader;
import io.headroom.json.Fields;
import io.headroom.json.JsonReader;
import io.headroom.json.Problems;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order in which a profile's figures hold: neither, architecture, engine, engine on architecture, times a model's kernels. */
class ModelOnEngineTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Constants BASE = CATALOG.profile("ideal").orElseThrow().constants();
    private static final Profile PROFILE = new Profile("made", "", BASE.with(Knob.MFU, 0.5).with(Knob.MBU, 0.5)
            .with(Knob.OVERHEAD_PER_LAYER, 1e-5).with(Knob.OVERHEAD_PER_STEP, 1e-3),
            Map.of("vllm", Map.of(Knob.OVERHEAD_PER_LAYER, 2e-5, Knob.MBU, 0.8)),
            Map.of("hopper", Map.of(Knob.MFU, 0.6, Knob.MBU, 0.7)),
            Map.of("vllm/hopper", Map.of(Knob.OVERHEAD_PER_LAYER, 3e-5)),
            Map.of("vllm/hopper/llama-3.1-8b", new Profile.ModelOnEngine(84,
                    Map.of(Knob.OVERHEAD_PER_LAYER, 1.5, Knob.MFU, 0.5, Knob.MBU, 2.0))), false, "");

    // by hand: 3e-5 * 1.5, 0.6 * 0.5, 0.8 * 2 held at 1
    @Test
    void kernelsMultiplyWhatHoldsForOtherModels() {
        Constants c = PROFILE.on("vLLM", "Hopper", "Llama-3.1-8B");
        assertThat(c.overheadPerLayerSeconds()).isCloseTo(4.5e-5, within(1e-12));
        assertThat(c.mfu()).isCloseTo(0.3, within(1e-12));
        assertThat(c.mbu()).isEqualTo(1);
        assertThat(c.overheadPerStepSeconds()).isEqualTo(1e-3);
    }

    @Test
    void anotherModelEngineOrArchitectureKnowsNothingOfThem() {
        assertThat(PROFILE.on("vllm", "hopper", "qwen3-8b")).isEqualTo(PROFILE.on("vllm", "hopper"));
        assertThat(PROFILE.on("vllm", "ampere", "llama-3.1-8b")).isEqualTo(PROFILE.on("vllm", "ampere"));
        assertThat(PROFILE.on("sglang", "hopper", "llama-3.1-8b")).isEqualTo(PROFILE.on("sglang", "hopper"));
        assertThat(PROFILE.on(null, "hopper", "llama-3.1-8b")).isEqualTo(PROFILE.on(null, "hopper"));
    }

    @Test
    void aPlanTellsItsAssumptionsModelAndAccelerator() {
        Plan plan = Plan.of("p", CATALOG.model("llama-3.1-8b").orElseThrow(),
                Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()), new Assumptions(PROFILE, "vllm", Map.of()));
        assertThat(plan.assumptions().constants().overheadPerLayerSeconds()).isCloseTo(4.5e-5, within(1e-12));
        assertThat(plan.assumptions().measurements(Knob.MFU)).isEqualTo(84);
        assertThat(plan.assumptions().measurements(Knob.OVERHEAD_PER_STEP)).isZero();
        Plan other = plan.withModel(CATALOG.model("qwen3-8b").orElseThrow());
        assertThat(other.assumptions().constants()).isEqualTo(PROFILE.on("vllm", "hopper"));
        assertThat(other.assumptions().measurements(Knob.MFU)).isZero();
        Assumptions own = plan.assumptions().with(Knob.MFU, 0.9);
        assertThat(own.constants().mfu()).isEqualTo(0.9);
        assertThat(own.measurements(Knob.MFU)).isZero();
    }

    @Test
    void onlyTheCalibratedProfileHasAny() {
        assertThat(CATALOG.profile("plan").orElseThrow().models()).isEmpty();
        assertThat(CATALOG.profile("ideal").orElseThrow().models()).isEmpty();
        assertThat(CATALOG.profile("calibrated").orElseThrow().models()).isNotEmpty()
                .allSatisfy((name, kernels) -> assertThat(kernels.measurements()).isGreaterThanOrEqualTo(10));
    }

    @Test
    void aFactorBeyondHundredOrAnUnknownKeyIsRefused() throws Exception {
        assertThat(problems("{\"vllm/hopper/x\": {\"measurements\": 12, \"mbu\": 1000}}")).contains("mbu");
        assertThat(problems("{\"vllm/hopper/x\": {\"measurements\": 12, \"speed\": 2}}")).contains("keys of assumptions only");
        assertThat(problems("{\"vllm/hopper/x\": {\"measurements\": 12, \"mbu\": 1.1}}")).isEqualTo("[]");
    }

    private static String problems(String models) throws Exception {
        Problems problems = new Problems("made.json");
        String constants = Stream.of(Knob.values()).map(k -> "\"" + k.key() + "\": " + k.max())
                .collect(Collectors.joining(", "));
        String text = "{\"constants\": {" + constants + "}, \"modelsOnEngines\": " + models + "}";
        ProfileReader.read(Fields.of(JsonReader.read("made.json", text.getBytes(StandardCharsets.UTF_8)), problems), "made");
        return String.valueOf(problems.list());
    }
}
