package io.headroom.explore.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.NumberFormat;
import io.headroom.estimate.layout.Groups;
import io.headroom.explore.SampleReviews;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import io.headroom.planfile.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Flags as the engines publish them, with counts worked out by hand from what they say their degrees mean. */
class LaunchTest {

    // docs.vllm.ai, "vllm serve"; docs.sglang.io, "Server Arguments"; nvidia.github.io/TensorRT-LLM, "trtllm-serve"
    private static final Map<Engine, Set<String>> PUBLISHED = Map.of(
            Engine.VLLM, Set.of("--tensor-parallel-size", "--pipeline-parallel-size", "--prefill-context-parallel-size",
                    "--data-parallel-size", "--enable-expert-parallel", "--max-num-seqs", "--max-num-batched-tokens",
                    "--max-model-len", "--kv-cache-dtype", "--gpu-memory-utilization"),
            Engine.SGLANG, Set.of("--model-path", "--tp-size", "--pp-size", "--attn-cp-size", "--ep-size", "--dp-size",
                    "--enable-dp-attention", "--max-running-requests", "--chunked-prefill-size", "--context-length",
                    "--kv-cache-dtype"),
            Engine.TENSORRT_LLM, Set.of("--tp_size", "--pp_size", "--ep_size", "--max_batch_size", "--max_num_tokens",
                    "--max_seq_len", "--extra_llm_api_options"));

    // EP 16, TP 4, PP 2, DP 4: 16 GPUs a stage, attention DP 4, 128 in all; 1,024 requests of 2,048 + 256 tokens
    private static final Plan REPORT_002 = plan("qwen3-235b-a22b", new Parallelism(4, 2, 4, 16, 1, false, List.of()))
            .withWorkload(new Workload(1024, 2048, 256, null, Double.NaN, 8192, 0));

    private static Plan plan(String model, Parallelism degrees) {
        var catalog = SampleReviews.CATALOG;
        Plan plan = Plan.of("a", catalog.model(model).orElseThrow(), Hardware.of(catalog.gpu("h100-sxm").orElseThrow()),
                new Assumptions(catalog.profile("plan").orElseThrow(), null, Map.of()));
        return plan.withParallelism(degrees);
    }

    private static String text(Plan plan, Engine engine) {
        return Launch.of(plan).stream().filter(l -> l.engine() == engine).findFirst().orElseThrow().text();
    }

    private static List<String> flags(Plan plan, Engine engine) {
        return text(plan, engine).lines().filter(line -> line.startsWith("  ")).map(line -> line.replace(" \\", "").strip())
                .toList();
    }

    // vLLM: GPUs are TP x PP x DP = 4 * 2 * 4 = 32, a replica of 128; 1024 / 4 / 4 sequences a DP rank
    @Test
    void expertsOfVllmLieOnTensorTimesDataRanks() {
        Plan fp8 = REPORT_002.withPrecision(REPORT_002.precision().withKvCache(NumberFormat.FP8));
        assertThat(flags(fp8, Engine.VLLM)).startsWith("--tensor-parallel-size 4", "--pipeline-parallel-size 2",
                "--data-parallel-size 4", "--enable-expert-parallel", "--max-num-seqs 64", "--max-num-batched-tokens 8192",
                "--max-model-len 2304", "--kv-cache-dtype fp8");
        assertThat(text(fp8, Engine.VLLM)).contains("# Start 4 of these").contains("has 32 GPUs, a node 8");
    }

    // SGLang: TP is the whole stage; tokens of a pass are of all four DP ranks, 4 * 8192; requests too, 1024 / 4
    @Test
    void degreesOfSglangDivideItsTensorDegree() {
        assertThat(flags(REPORT_002, Engine.SGLANG)).containsExactly("--tp-size 16", "--pp-size 2", "--ep-size 16",
                "--dp-size 4", "--enable-dp-attention", "--max-running-requests 256", "--chunked-prefill-size 32768",
                "--context-length 2304");
    }

    // TensorRT-LLM: attention DP is all GPUs of a stage or none of them
    @Test
    void attentionOfTensorRtIsWholeOrSplit() {
        assertThat(flags(REPORT_002, Engine.TENSORRT_LLM)).containsExactly("--tp_size 16", "--pp_size 2", "--ep_size 16",
                "--max_batch_size 64", "--max_num_tokens 8192", "--max_seq_len 2304");
        assertThat(text(REPORT_002, Engine.TENSORRT_LLM)).contains("attention DP 4 is neither");
        Plan whole = REPORT_002.withParallelism(new Parallelism(1, 1, 1, 8, 1, false, List.of()));
        assertThat(text(whole, Engine.TENSORRT_LLM)).contains("cat > options.yaml <<'END'\nenable_attention_dp: true\nEND\n")
                .contains("--extra_llm_api_options options.yaml").doesNotContain("neither");
    }

    @Test
    void replicasOfADenseModelAreOneCommand() {
        Plan dense = plan("llama-3.1-70b", new Parallelism(4, 1, 2, 1, 1, false, List.of()))
                .withWorkload(new Workload(100, 1000, 100, new Workload.TokenRange(10, 5000), Double.NaN, 4096, 48));
        assertThat(flags(dense, Engine.VLLM)).startsWith("--tensor-parallel-size 4", "--data-parallel-size 2",
                "--max-num-seqs 48", "--max-num-batched-tokens 4096", "--max-model-len 5100");
        assertThat(text(dense, Engine.VLLM)).doesNotContain("Start 2");
        assertThat(text(dense, Engine.TENSORRT_LLM)).contains("# Start 2 of these");
    }

    @Test
    void thePlansOwnEngineIsTakenAndAnUnknownOneIsSaid() {
        var profile = SampleReviews.CATALOG.profile("calibrated").orElseThrow();
        Plan sglang = REPORT_002.withAssumptions(new Assumptions(profile, "SGLang", Map.of()));
        assertThat(Launch.of(sglang)).extracting(Launch::engine).containsExactly(Engine.SGLANG);
        Plan other = REPORT_002.withAssumptions(new Assumptions(profile, "llama.cpp", Map.of()));
        assertThat(Launch.of(other)).isEmpty();
        assertThat(Launch.whyNone(other)).contains("llama.cpp").contains("vLLM, SGLang, TensorRT-LLM");
        Plan odd = REPORT_002.withParallelism(new Parallelism(6, 1, 1, 4, 1, false, List.of()));
        assertThat(Launch.of(odd)).isEmpty();
        assertThat(Launch.whyNone(odd)).contains("TP x CP = 6");
    }

    @Test
    void whatPeopleWroteStaysInComments() {
        String evil = "x\nrm -rf ~\r\u2028reboot $(reboot)";
        for (Launch launch : Launch.of(REPORT_002.withName(evil))) {
            assertThat(launch.text().lines().filter(line -> line.contains("reboot"))).allMatch(line -> line.startsWith("# "))
                    .hasSize(1);
            assertThat(launch.text()).doesNotContain("\u2028").doesNotContain("\r");
        }
    }

    @Test
    void everySamplePlanUsesPublishedFlagsAndAllItsGpus() throws Exception {
        int seen = 0;
        try (Stream<Path> files = Files.list(Path.of("sample-plans"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                for (Plan plan : PlanFile.read(file.toString(), Files.readAllBytes(file), SampleReviews.CATALOG).review().plans()) {
                    for (Launch launch : Launch.of(plan)) {
                        assertThat(PUBLISHED.get(launch.engine())).as(launch.text())
                                .containsAll(names(launch.text()));
                        assertThat(gpus(launch)).as(plan.name() + "\n" + launch.text())
                                .isEqualTo(Groups.of(plan.parallelism()).gpus());
                        seen++;
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    private static List<String> names(String text) {
        return Pattern.compile("(?m)(?<=\\s)--[a-z_-]+").matcher(text).results().map(r -> r.group()).toList();
    }

    /** GPUs of all commands together, by what each engine says of its degrees. */
    private static long gpus(Launch launch) {
        String text = launch.text();
        long apart = number(text, "# Start (\\d+) of these");
        return switch (launch.engine()) {
            case VLLM -> apart * number(text, "--tensor-parallel-size (\\d+)") * number(text, "--pipeline-parallel-size (\\d+)")
                    * number(text, "--prefill-context-parallel-size (\\d+)") * number(text, "--data-parallel-size (\\d+)");
            case SGLANG -> apart * number(text, "--tp-size (\\d+)") * number(text, "--pp-size (\\d+)")
                    * (text.contains("--enable-dp-attention") ? 1 : number(text, "--dp-size (\\d+)"));
            case TENSORRT_LLM -> apart * number(text, "--tp_size (\\d+)") * number(text, "--pp_size (\\d+)");
        };
    }

    private static long number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 1;
    }
}
