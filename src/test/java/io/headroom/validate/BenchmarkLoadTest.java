package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.explore.simulate.Arrivals;
import io.headroom.explore.simulate.Distribution;
import io.headroom.explore.simulate.Policy;
import io.headroom.explore.simulate.Simulation;
import io.headroom.explore.simulate.SimulationInput;
import io.headroom.plan.Plan;
import io.headroom.validate.read.AliasFile;
import io.headroom.validate.read.Load;
import io.headroom.validate.read.Reading.Configuration;
import io.headroom.validate.read.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closed loops as benchmarks run them: a first generation that starts at once, and servers that look seldom. */
class BenchmarkLoadTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final String UNLIKE = "lengths uniform in [0.8,1.0]x nominal";
    private static final String SCRIPTS = "InferenceMAX/InferenceX run; " + UNLIKE;

    // another program with the same passes: the simulation plays ten generations step by step
    @ParameterizedTest
    @CsvSource({"vLLM, 8, 1024, 1024", "vLLM, 64, 1024, 1024", "vLLM, 64, 8192, 1024", "vLLM, 128, 1024, 256",
            "TensorRT-LLM, 64, 1024, 1024", "SGLang, 32, 1024, 1024", "SGLang, 128, 1024, 1024"})
    void theMeanOfTenGenerationsIsThatOfTheSimulation(String engine, int requests, int input, int output) {
        Configuration c = oneStep(configuration(engine, requests, input, output, UNLIKE));
        OperatingPoint point = new LoadModel(c).point();
        Plan longest = c.plan().withWorkload(c.plan().workload().withInputTokens(input).withOutputTokens(output));
        Distribution d = (Distribution) Simulation.run(longest, SimulationInput.of(longest)
                .withPolicy(engine.equals("SGLang") ? Policy.PREFILL_FIRST : Policy.CHUNKED_MIXED)
                .withArrivals(Arrivals.BURST).withRequests(10 * requests)
                .withShortest(SimulationInput.BENCHMARK_SHORTEST));
        assertThat(point.ttftSeconds()).isCloseTo(d.ttft().mean(), withinPercentage(12));
        assertThat(point.endToEndSeconds()).isCloseTo(d.endToEnd().mean(), withinPercentage(4));
    }

    @Test
    void equalRequestsStayInStepWherePromptsGoFirst() {
        Configuration c = oneStep(configuration("SGLang", 64, 1024, 1024, ""));
        Distribution d = (Distribution) Simulation.run(c.plan(), SimulationInput.of(c.plan())
                .withPolicy(Policy.PREFILL_FIRST).withArrivals(Arrivals.BURST).withRequests(640));
        assertThat(new LoadModel(c).point().ttftSeconds()).isCloseTo(d.ttft().mean(), withinPercentage(10));
    }

    // the median of ten generations lies among those that come to a server at steady load
    @Test
    void aMedianDoesNotSeeTheFirstGeneration() {
        Configuration c = configuration("vLLM", 64, 1024, 1024, UNLIKE + ", median");
        assertThat(new LoadModel(c).point().ttftSeconds())
                .isEqualTo(((Estimate) Estimator.estimate(c.plan())).steady().ttftSeconds());
    }

    // of 64 equal ones one and a half are read before it, by the rule; of two requests there is only one
    @Test
    void equalRequestsComeInConvoysWherePassesAreShared() {
        assertThat(convoy(64)).isCloseTo(1.5, within(1e-9));
        assertThat(convoy(2)).isCloseTo(1, within(1e-9));
    }

    private static double convoy(int requests) {
        Configuration c = configuration("vLLM", requests, 1024, 1024, "");
        Load.Closed closed = (Load.Closed) c.load();
        Configuration endless = new Configuration(c.measurement(), c.quantity(), c.plan(),
                new Load.Closed(closed.requests(), 0, true, closed.server()), c.siPerUnit(), c.reservesWhole());
        Estimate e = (Estimate) Estimator.estimate(c.plan());
        double waits = c.plan().assumptions().constants().admissionSteps() * e.decode().stepSeconds();
        return (new LoadModel(endless).point().ttftSeconds() - waits - e.prefill().aloneSeconds())
                / e.prefill().otherSeconds();
    }

    // dsr1_fp8_h200.sh has no --scheduler-recv-interval, which is 1 then, and --stream-interval 10
    @Test
    void whatRowsOfInferenceXDoNotSayItsScriptsSay() {
        assertThat(server("SGLang", 64, "fp8", "H200-SXM-141GB", SCRIPTS)).isEqualTo(new Load.Server(1, 10));
        assertThat(server("SGLang", 64, "fp8", "B200-SXM-180GB", SCRIPTS)).isEqualTo(new Load.Server(30, 30));
        assertThat(server("SGLang", 15, "nvfp4", "B200-SXM-180GB", SCRIPTS)).isEqualTo(new Load.Server(10, 10));
        assertThat(server("vLLM", 64, "fp8", "H200-SXM-141GB", SCRIPTS)).isEqualTo(Load.Server.PROMPT);
        assertThat(server("SGLang", 64, "fp8", "H200-SXM-141GB", UNLIKE)).isEqualTo(Load.Server.PROMPT);
    }

    @Test
    void whatNotesSayGoesFirst() {
        assertThat(server("SGLang", 64, "fp8", "H200-SXM-141GB", SCRIPTS + "; scheduler-recv-interval 5"))
                .isEqualTo(new Load.Server(5, 10));
        assertThat(server("vLLM", 64, "fp8", "H200-SXM-141GB", "stream_interval=20"))
                .isEqualTo(new Load.Server(1, 20));
    }

    // who comes at any of 31 steps between two looks waits for 15 of them; text that is held back changes no E2E
    @Test
    void aServerThatLooksSeldomMakesRequestsWaitForHalfOfTheSteps() {
        Configuration often = configuration("vLLM", 64, 1024, 1024, UNLIKE);
        Configuration seldom = configuration("vLLM", 64, 1024, 1024, UNLIKE + "; scheduler-recv-interval 31");
        double step = ((Estimate) Estimator.estimate(often.plan())).decode().stepSeconds();
        assertThat(new LoadModel(seldom).point().endToEndSeconds() - new LoadModel(often).point().endToEndSeconds())
                .isCloseTo(15 * step, within(1e-9));
        Configuration rarely = configuration("vLLM", 64, 1024, 1024, UNLIKE + "; stream-interval 31");
        OperatingPoint late = new LoadModel(rarely).point();
        OperatingPoint early = new LoadModel(often).point();
        assertThat(late.endToEndSeconds()).isEqualTo(early.endToEndSeconds());
        assertThat(late.ttftSeconds() - early.ttftSeconds()).isCloseTo(30 * step, within(1e-9));
        assertThat(late.tpotSeconds()).isLessThan(early.tpotSeconds());
    }

    /** {@code c} whose scheduler looks after every step and whose server needs no time, as the simulation has it. */
    private static Configuration oneStep(Configuration c) {
        return c.with(c.plan().withAssumptions(c.plan().assumptions().with(Knob.ADMISSION_STEPS, 1)
                .with(Knob.OVERHEAD_PER_REQUEST, 0)));
    }

    private static Load.Server server(String engine, int requests, String weights, String gpu, String notes) {
        Configuration c = configuration("DeepSeek-R1", engine, gpu, 8, weights, requests, 1024, 1024, notes);
        return ((Load.Closed) c.load()).server();
    }

    private static Configuration configuration(String engine, int requests, int input, int output, String notes) {
        return configuration("Llama-3.1-8B", engine, "H200-SXM-141GB", 1, "bf16", requests, input, output, notes);
    }

    private static Configuration configuration(String model, String engine, String gpu, int gpus, String weights,
            int requests, int input, int output, String notes) {
        String row = String.join(",", "a", model, gpu, gpus + "", gpus + "", "1", "1", "1", engine, weights, "",
                input + "", output + "", requests + "", "", "ttft_ms", "ms", "1000", '"' + notes + '"',
                notes.contains("median") ? "median" : "mean");
        return Validation.run(Rows.with("stat", row), AliasFile.load(CATALOG),
                CATALOG.profile("calibrated").orElseThrow(), false).all().getFirst().configuration();
    }
}
