package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.explore.simulate.Arrivals;
import io.headroom.explore.simulate.Distribution;
import io.headroom.explore.simulate.Policy;
import io.headroom.explore.simulate.Simulation;
import io.headroom.explore.simulate.SimulationInput;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonBoolean;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonText;
import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SimulateTest {

    private static final String FILE = "sample-plans/report-001.json";

    @Test
    void jsonHoldsTheSimulationsNumbersBitForBit() throws Exception {
        Run run = Run.of("simulate", FILE, "--plan", "optimized", "--policy", "prefill-first", "--arrivals", "burst",
                "--requests", "600", "--spread", "0.8", "--seed", "5", "--json");
        Plan plan = PlanFile.read("x", Files.readAllBytes(Path.of(FILE)), Run.CATALOG).review().plans().stream()
                .filter(p -> p.name().equals("optimized")).findFirst().orElseThrow();
        Distribution expected = (Distribution) Simulation.run(plan, SimulationInput.of(plan).withSeed(5)
                .withPolicy(Policy.PREFILL_FIRST).withArrivals(Arrivals.BURST).withRequests(600).withShortest(0.8));
        JsonObject played = only(run);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(played.members().keySet()).containsExactly("name", "policy", "arrivals", "seed", "metrics",
                "saturated", "reasons");
        assertThat(((JsonText) played.get("policy")).value()).isEqualTo("prefill-first");
        assertThat(((JsonText) played.get("arrivals")).value()).isEqualTo("burst");
        assertThat(((JsonBoolean) played.get("saturated")).value()).isFalse();
        JsonObject metrics = (JsonObject) played.get("metrics");
        assertThat(metrics.members().keySet()).contains("ttft.p50", "ttft.p90", "ttft.p99", "tpot.p50", "e2e.p50")
                .containsExactlyElementsOf(expected.metrics().keySet());
        expected.metrics().forEach((id, value) -> assertThat(((JsonNumber) metrics.get(id)).toDouble()).as(id)
                .hasValue(value));
    }

    @Test
    void textNamesEveryNumber() {
        Run run = Run.of("simulate", FILE, "--plan", "optimized");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("optimized: chunked-mixed, steady, seed 1\n").contains("  ttft.p99\n",
                "  tpot.p50\n", "  e2e.p90\n", "  throughput.outputTokens\n", "  kv.occupancy\n", "  queue.max\n")
                .doesNotContain("Saturated");
        assertThat(Run.of("simulate", FILE).out()).contains("original: ", "optimized: ");
    }

    @Test
    void whatCannotBePlayedSaysWhy() throws Exception {
        Run text = Run.of("simulate", FILE, "--plan", "optimized", "--arrivals", "poisson");
        Run json = Run.of("simulate", FILE, "--plan", "optimized", "--arrivals", "poisson", "--json");

        assertThat(text.exitCode()).isZero();
        assertThat(text.out()).contains("No numbers", "workload.arrivalRatePerSecond");
        assertThat(((JsonObject) only(json).get("metrics")).members()).isEmpty();
        assertThat(((JsonArray) only(json).get("reasons")).items()).hasSize(1);
    }

    @Test
    void everyLocaleGetsTheSameBytes() {
        Locale before = Locale.getDefault();
        Run expected = Run.of("simulate", FILE, "--plan", "optimized", "--requests", "600");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Run.of("simulate", FILE, "--plan", "optimized", "--requests", "600")).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static JsonObject only(Run run) throws Exception {
        JsonObject all = (JsonObject) JsonReader.read("out", run.out().getBytes(StandardCharsets.UTF_8));
        return (JsonObject) ((JsonArray) all.get("plans")).items().getFirst();
    }
}
