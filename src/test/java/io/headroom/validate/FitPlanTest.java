package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a fit must leave as it found it. */
class FitPlanTest {

    private static final Profile SHIPPED = CatalogFiles.load().profile("calibrated").orElseThrow();

    // another fit writes what FitPlan says over what the file says
    @Test
    void theShippedProfileKeepsOfMemoryWhatAFitWouldWrite() {
        assertThat(memory(SHIPPED.engines())).isEqualTo(FitPlan.memoryOfEngines());
        assertThat(memory(SHIPPED.pairs())).isEqualTo(FitPlan.memoryOfEnginesOnArchitectures());
    }

    // what rows of vLLM 0.13 take by the catalogue, a plan of "vllm-v1" has by the profile
    @Test
    void anEarlierGenerationKeepsWhatTheCatalogueSaysOfItsVersions() {
        assertThat(FitPlan.memoryOfEngines().get("vllm-v1")).isEqualTo(SHIPPED.memoryOf("vllm-v1", "0.13", ""));
    }

    @Test
    void aFittedProfileKeepsWhatItsEnginesKeep() {
        Profile start = new Profile("calibrated", "", FitPlan.start(SHIPPED.constants()), FitPlan.memoryOfEngines(),
                Map.of(), FitPlan.memoryOfEnginesOnArchitectures(), Map.of(), true, "").withEngineSpecs(SHIPPED.engineSpecs());
        double[] at = FitPlan.shared().stream().mapToDouble(FitKnob::least).toArray();
        Profile fitted = new FitObjective(List.of(), FitPlan.shared(), start).profile(at, true);
        assertThat(memory(fitted.engines())).isEqualTo(FitPlan.memoryOfEngines());
        assertThat(memory(fitted.pairs())).isEqualTo(FitPlan.memoryOfEnginesOnArchitectures());
        assertThat(tokens(fitted)).isEqualTo(tokens(SHIPPED));
    }

    private static double tokens(Profile profile) {
        var catalog = CatalogFiles.load();
        Plan plan = Plan.of("fit", catalog.model("llama-3.1-8b").orElseThrow(),
                Hardware.of(catalog.gpu("h100-sxm").orElseThrow()), new Assumptions(profile, "vllm", Map.of()));
        return ((Estimate) Estimator.estimate(plan)).get(Metric.KV_CAPACITY_TOKENS);
    }

    private static Map<String, Map<Knob, Double>> memory(Map<String, Map<Knob, Double>> levels) {
        Map<String, Map<Knob, Double>> found = new TreeMap<>();
        levels.forEach((engine, changed) -> {
            Map<Knob, Double> kept = new EnumMap<>(Knob.class);
            changed.forEach((knob, value) -> {
                if (knob.isOfMemoryOnly()) {
                    kept.put(knob, value);
                }
            });
            if (!kept.isEmpty()) {
                found.put(engine, kept);
            }
        });
        return found;
    }
}
