package io.headroom.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonRefused;
import io.headroom.json.Problem;
import io.headroom.plan.Demand;
import io.headroom.plan.Figure;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import io.headroom.plan.Ranges;
import io.headroom.plan.Requirement;
import io.headroom.plan.View;
import io.headroom.plan.Workload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each key of a plan file becomes, and which words refuse what may not stand there. */
class PlanFileTest {

    static final String SAMPLE = """
            {
              "format": "headroom/plan", "version": 1,
              "name": "Qwen3-235B on 32 GPUs", "baseline": "original", "team": {"lead": "Ada"},
              "plans": [ {
                "name": "original",
                "model": "qwen3-235b-a22b",
                "hardware": { "gpu": "plan-generic-64g", "gpusPerNode": 8, "intraNodeLatencySeconds": 4e-6 },
                "precision": { "weights": "fp8", "kvCache": "fp8", "router": "bf16" },
                "parallelism": { "tensor": 4, "pipeline": 4, "data": 2, "layersPerStage": [24, 23, 24, 23] },
                "workload": { "concurrentRequests": 512, "outputTokens": 512, "inputTokensRange": [128, 10240] },
                "assumptions": { "profile": "plan", "engine": "vllm", "mfu": 0.45 },
                "requirements": [ { "metric": "ttft.burst.last", "atMost": 30, "unit": "s", "soft": true } ],
                "figures": [ { "metric": "memory.total", "value": 6.82, "unit": "GB", "kind": "measured", "page": 3 } ],
                "notes": [ { "on": "ttft.burst.last", "text": "Q3 traffic?" } ]
              } ]
            }
            """;

    private static final Catalog CATALOG = CatalogFiles.load();

    @Test
    void everyKeyOfTheSample() throws JsonRefused {
        Opened opened = PlanFile.read("s.json", SAMPLE.getBytes(StandardCharsets.UTF_8), CATALOG);
        Plan p = opened.review().plans().getFirst();
        assertThat(opened.review().baseline()).isEqualTo("original");
        assertThat(p.model()).isEqualTo(CATALOG.model("qwen3-235b-a22b").orElseThrow());
        assertThat(p.hardware().given().gpusPerNode()).isEqualTo(8);
        assertThat(p.hardware().given().intraNodeLatencySeconds()).isEqualTo(4e-6);
        assertThat(p.precision()).isEqualTo(
                new Precision(NumberFormat.FP8, NumberFormat.FP8, NumberFormat.FP8, NumberFormat.BF16));
        assertThat(p.parallelism()).isEqualTo(new Parallelism(4, 4, 2, 1, 1, false, List.of(24, 23, 24, 23)));
        assertThat(p.workload()).isEqualTo(new Workload(512, 2048, 512, new Workload.TokenRange(128, 10240),
                Double.NaN, 8192, 0));
        assertThat(p.assumptions().given()).isEqualTo(Map.of(Knob.MFU, 0.45));
        assertThat(p.assumptions().engine()).isEqualTo("vllm");
        assertThat(p.requirements().getFirst().bound()).isEqualTo(Requirement.Bound.AT_MOST);
        assertThat(p.requirements().getFirst().soft()).isTrue();
        assertThat(p.figures().getFirst().kind()).isEqualTo(Figure.Kind.MEASURED);
        assertThat(p.figures().getFirst().extras().json()).isEqualTo(Map.of("page", "3"));
        assertThat(p.extras().get("precision").json()).isEqualTo(Map.of("router", "\"bf16\""));
        assertThat(opened.review().extras().json()).isEqualTo(Map.of("team", "{\"lead\":\"Ada\"}"));
        assertThat(opened.readOnly()).isFalse();
        assertThat(opened.remarks()).containsExactly(
                "/plans/0/precision has the unknown key \"router\": kept, not used.",
                "/plans/0/figures/0 has the unknown key \"page\": kept, not used.",
                "The file has the unknown key \"team\": kept, not used.");
    }

    @Test
    void everythingHasADefault() throws JsonRefused {
        Opened opened = read("{}, {}");
        Plan p = opened.review().plans().get(1);
        assertThat(p).isEqualTo(Plan.of("B", CATALOG.model("llama-3.1-8b").orElseThrow(),
                Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()), p.assumptions()));
        assertThat(p.assumptions().profile().id()).isEqualTo("calibrated");
        assertThat(p.parallelism()).isEqualTo(Parallelism.SINGLE);
        assertThat(p.workload()).isEqualTo(Workload.DEFAULT);
        assertThat(p.demand()).isEqualTo(Demand.NONE);
        assertThat(opened.remarks()).hasSize(4).contains("/plans/1 names no model: llama-3.1-8b is taken.");
    }

    @Test
    void rangesAreReadWrittenAndKeptWhereNobodyKnowsThem() throws JsonRefused {
        Opened opened = read("{\"ranges\": {\"assumptions.mfu\": [0.4, 0.7], \"workload.inputTokens\": [512, 4096], "
                + "\"weather\": [1, 2]}}");
        Plan plan = opened.review().plans().getFirst();
        assertThat(plan.ranges().byKey()).isEqualTo(Map.of("assumptions.mfu", new Ranges.Range(0.4, 0.7),
                "workload.inputTokens", new Ranges.Range(512, 4096)));
        assertThat(opened.remarks()).contains("/plans/0/ranges has the unknown key \"weather\": kept, not used.");
        byte[] written = PlanFile.write(opened.review());
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("\"weather\"");
        assertThat(PlanFile.read("w.json", written, CATALOG).review()).isEqualTo(opened.review());
    }

    /** The ends that a file may give are those that the program can draw from. */
    @Test
    void everyInputThatMayHaveARangeHasOneInFiles() {
        Map<String, List<Double>> inFiles = new java.util.LinkedHashMap<>();
        RangeField.ALL.forEach(f -> inFiles.put(f.key(), List.of(f.min(), f.max(), f.isWhole() ? 1.0 : 0)));
        Map<String, List<Double>> drawn = new java.util.LinkedHashMap<>();
        io.headroom.explore.uncertainty.Uncertain.ALL.forEach(u -> drawn.put(u.input().key(), List.of(
                u.input().range().min(), u.input().range().max(), u.input().range().whole() ? 1.0 : 0)));
        assertThat(inFiles).isEqualTo(drawn);
    }

    @Test
    void whatIsWrittenIsShort() throws JsonRefused {
        assertThat(new String(PlanFile.write(read("{\"name\": \"x\"}").review()), StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "format": "headroom/plan",
                  "version": 1,
                  "plans": [
                    {
                      "name": "x",
                      "model": "llama-3.1-8b",
                      "hardware": { "gpu": "h100-sxm" },
                      "assumptions": { "profile": "calibrated" }
                    }
                  ]
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'parallelism': {'tensor': '8'}       | /plans/0/parallelism/tensor: found '8' (text), needs a whole number from 1 to 65536, without quotes",
        "'parallelism': {'tensor': 1.9}       | found 1.9, needs a whole number from 1 to 65536",
        "'parallelism': {'expert': 0}         | found 0, needs a whole number",
        "'parallelism': {'layersPerStage': [24, 0]} | /plans/0/parallelism/layersPerStage/1: found 0",
        "'parallelism': [4]                   | /plans/0/parallelism: found a list, needs an object in braces",
        "'hardware': {'intraNodeBytesPerSecond': 1e400} | found 1e400 (too large or too small",
        "'hardware': {'gpu': 'h100'}          | found 'h100' (text), needs the id of a catalogue accelerator (nearest: h100-",
        "'hardware': {'gpu': 5}               | found 5, needs the id of a catalogue accelerator or an object",
        "'model': 'qwen3-235b'                | /plans/0/model: found 'qwen3-235b' (text), needs the id of a catalogue model (nearest: qwen3-235b-a22b",
        "'model': {'id': 'llama-3.1-8b'}      | /plans/0/model: found an object that has an id only, needs 'llama-3.1-8b' without the object",
        "'model': {'id': 'lama-3.1-8b'}       | found an object that has an id only, needs the id of a catalogue model (nearest: llama-3.1-8b",
        "'hardware': {'gpu': {'id': 'h100-sxm'}} | /plans/0/hardware/gpu: found an object that has an id only, needs 'h100-sxm' without the object",
        "'model': {'basedOn': 'lama-3.1-8b'}  | /plans/0/model/basedOn: found 'lama-3.1-8b' (text), needs the id of a catalogue model (nearest: llama-3.1-8b",
        "'model': {'basedOn': 7}              | /plans/0/model/basedOn: found 7",
        "'model': {'basedOn': 'llama-3.1-8b', 'layers': 0} | /plans/0/model/layers: found 0",
        "'precision': {'weights': 'FP8'}      | found 'FP8' (text), needs one of bf16, fp16, fp8, int4, int8, mxfp4, nvfp4 (nearest: fp8",
        "'precision': {'weights': 1}          | found 1, needs one of bf16",
        "'workload': {'inputTokensRange': [9, 8]} | found [9, 8], needs [shortest, longest]",
        "'workload': {'inputTokensRange': [9]} | found a list of 1, needs [shortest, longest]",
        "'workload': {'concurrentRequests': 3000000000} | found 3000000000, needs a whole number from 1 to 10000000",
        "'assumptions': {'profile': 'plans'}  | found 'plans' (text), needs one of calibrated, ideal, plan (nearest: plan)",
        "'assumptions': {'mfu': 1.0000001}    | found 1.0000001, needs a number from 0.01 to 1",
        "'assumptions': {'mfu': 'NaN'}        | found 'NaN' (text), needs a number from 0.01 to 1",
        "'ranges': {'assumptions.mfu': [0.7, 0.4]} | /plans/0/ranges/assumptions.mfu: found [0.7, 0.4], needs [lowest, highest]",
        "'ranges': {'assumptions.mfu': [0.4]} | found a list of 1, needs [lowest, highest]",
        "'ranges': {'assumptions.mfu': [0.4, 1.5]} | /plans/0/ranges/assumptions.mfu/1: found 1.5, needs a number from 0.01 to 1",
        "'ranges': {'workload.inputTokens': [1, 2.5]} | /plans/0/ranges/workload.inputTokens/1: found 2.5, needs a whole number",
        "'ranges': {'hardware.pricePerGpuHour': 3} | found 3, needs a list in square brackets",
        "'demand': {'utilization': null}      | found null, needs a number from 0.001 to 1",
        "'requirements': [{'metric': 'gpus'}] | /plans/0/requirements/0: found neither 'atMost' nor 'atLeast', needs exactly one of the two",
        "'requirements': [{'metric': 'gpus', 'atMost': 1, 'atLeast': 1}] | found 'atMost' and 'atLeast', needs exactly one",
        "'requirements': [{'atMost': 1}]      | /plans/0/requirements/0: found no 'metric', needs a text",
        "'requirements': [3]                  | /plans/0/requirements/0: found 3, needs an object in braces",
        "'figures': [{'metric': 'gpus'}]      | /plans/0/figures/0: found no 'value', needs a number",
        "'figures': [{'metric': 'gpus', 'value': 1, 'kind': 'guessed'}] | found 'guessed' (text), needs one of claimed, measured",
        "'notes': [{'on': 'gpus'}]            | /plans/0/notes/0: found no 'text', needs the remark",
        "'view': {'starred': [1]}             | /plans/0/view/starred/0: found 1, needs a text",
        "'name': 5                            | /plans/0/name: found 5, needs a text of at most 256 characters",
    })
    void refusals(String keys, String message) {
        Problem problem = problems("{" + keys.replace('\'', '"') + "}").getFirst();
        assertThat(problem.toString()).startsWith("p.json:2:").contains(message.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}                                   | p.json:1:1: found no 'format', needs 'headroom/plan', which a plan file begins with",
        "[]                                   | p.json:1:1: found a list, needs an object in braces",
        "{'format': 'other', 'version': 1}    | found 'other' (text), needs 'headroom/plan'",
        "{'format': 'headroom/plan'}          | found no 'version', needs a whole number from 1 to 1",
        "{'format': 'headroom/plan', 'version': -1}   | p.json:1:40 /version: found -1, needs a whole number from 1 to 1",
        "{'format': 'headroom/plan', 'version': '1'}  | found '1' (text), needs a whole number from 1 to 1, without quotes",
        "{'format': 'headroom/plan', 'version': 0.5}  | found 0.5, needs a whole number",
        "{'format': 'headroom/plan', 'version': 1}    | found no plan, needs 'plans': a list of at least one plan",
        "{'format': 'headroom/plan', 'version': 1, 'plans': []}  | found no plan, needs 'plans': a list of at least one plan",
        "{'format': 'headroom/plan', 'version': 1, 'plans': {}}  | /plans: found an object, needs a list",
    })
    void notPlanFiles(String text, String message) {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        JsonRefused e = catchThrowableOfType(JsonRefused.class, () -> PlanFile.read("p.json", bytes, CATALOG));
        assertThat(e.problems()).hasSize(1);
        assertThat(e.getMessage()).contains(message.replace('\'', '"'));
    }

    @Test
    void allProblemsAtOnceSortedByLine() {
        List<Problem> problems = problems("{\"workload\": {\"inputTokens\": 0},\n\"precision\": {\"weights\": \"w4\"},\n"
                + "\"parallelism\": {\"tensor\": true}, \"model\": \"x\"}");
        assertThat(problems.stream().map(p -> p.at().toString())).containsExactly("2:30 /plans/0/workload/inputTokens",
                "3:26 /plans/0/precision/weights", "4:27 /plans/0/parallelism/tensor", "4:43 /plans/0/model");
    }

    @Test
    void aNewerVersionOpensReadOnly() throws JsonRefused {
        byte[] bytes = SAMPLE.replace("\"version\": 1", "\"version\": 99").getBytes(StandardCharsets.UTF_8);
        Opened opened = PlanFile.read("s.json", bytes, CATALOG);
        assertThat(opened.readOnly()).isTrue();
        assertThat(opened.remarks().getFirst()).contains("newer version").contains("99").contains("read-only");
        assertThat(opened.review().plans()).hasSize(1);
    }

    @Test
    void anInlineModelTakesTheRestFromTheCatalogue() throws JsonRefused {
        Opened opened = read("{\"model\": {\"basedOn\": \"qwen3-235b-a22b\", \"layers\": 47, \"moe\": {\"topK\": 4},"
                + " \"note\": \"half\"}, \"hardware\": {\"gpu\": {\"basedOn\": \"h100-sxm\", \"id\": \"h100-120\","
                + " \"hbmBytes\": 120e9, \"peakFlops\": {\"fp8\": null}}}}");
        Plan p = opened.review().plans().getFirst();
        assertThat(p.model().id()).isEqualTo("qwen3-235b-a22b-changed");
        assertThat(p.model().layers()).isEqualTo(47);
        // from the catalogue: 128 experts, hidden 4096; its published 235 B are not true of 47 layers
        assertThat(p.model().shape().moe().experts()).isEqualTo(128);
        assertThat(p.model().shape().moe().topK()).isEqualTo(4);
        assertThat(p.model().hidden()).isEqualTo(4096);
        assertThat(p.model().published().totalParameters()).isNaN();
        assertThat(p.model().provenance().of("layers")).isEqualTo("this plan");
        assertThat(p.hardware().gpu().id()).isEqualTo("h100-120");
        assertThat(p.hardware().gpu().hbmBytes()).isEqualTo(120e9);
        assertThat(p.hardware().gpu().supports(NumberFormat.FP8)).isFalse();
        assertThat(p.hardware().gpu().supports(NumberFormat.BF16)).isTrue();
        assertThat(p.modelJson()).isEqualTo("{\"basedOn\":\"qwen3-235b-a22b\",\"layers\":47,\"moe\":{\"topK\":4},"
                + "\"note\":\"half\"}");
    }

    @Test
    void aCircleOfEntriesIsNamed() throws JsonRefused {
        Map<String, JsonObject> circle = Map.of("a", JsonObject.builder().put("basedOn", "b").build(),
                "b", JsonObject.builder().put("basedOn", "a").build());
        Catalog catalog = new Catalog(CATALOG.models(), CATALOG.gpus(), CATALOG.profiles(), circle, Map.of());
        byte[] bytes = "{\"format\": \"headroom/plan\", \"version\": 1, \"plans\": [{\"model\": {\"basedOn\": \"a\"}}]}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(JsonRefused.class, () -> PlanFile.read("p.json", bytes, catalog)))
                .hasMessageContaining("p.json:1:75 /plans/0/model/basedOn: found the circle a → b → a");
    }

    @Test
    void theReviewsViewHoldsForPlansWithoutOne() throws JsonRefused {
        String text = "{\"format\": \"headroom/plan\", \"version\": 1, \"view\": {\"starred\": [\"a\"]}, \"plans\": [{},"
                + " {\"view\": {\"pins\": [\"gpus\"]}}, {\"view\": {\"zoom\": 2}}, {\"view\": {\"starred\": []}}]}";
        Opened opened = PlanFile.read("p.json", text.getBytes(StandardCharsets.UTF_8), CATALOG);
        assertThat(opened.review().plans().stream().map(Plan::view)).containsExactly(new View(List.of("a"), List.of()),
                new View(List.of(), List.of("gpus")), View.NONE, View.NONE);
        byte[] bytes = PlanFile.write(opened.review());
        assertThat(PlanFile.read("p.json", bytes, CATALOG).review()).isEqualTo(opened.review());
        assertThat(new String(bytes, StandardCharsets.UTF_8)).containsOnlyOnce("\"starred\": [\"a\"]");
    }

    @Test
    void doubtfulNamesAreRemarked() throws JsonRefused {
        String text = "{\"format\": \"headroom/plan\", \"version\": 1, \"baseline\": \"C\", \"plans\": [{\"name\": \"B\","
                + " \"model\": \"llama-3.1-8b\", \"hardware\": {\"gpu\": \"h20\"}}, {\"model\": \"llama-3.1-8b\","
                + " \"hardware\": {\"gpu\": \"h20\"}}]}";
        assertThat(PlanFile.read("p.json", text.getBytes(StandardCharsets.UTF_8), CATALOG).remarks()).containsExactly(
                "Two plans are called \"B\".", "The baseline \"C\" is not a plan of this file.");
    }

    private static Opened read(String plans) throws JsonRefused {
        return PlanFile.read("p.json", ("{\"format\": \"headroom/plan\", \"version\": 1, \"plans\": [\n" + plans + "]}")
                .getBytes(StandardCharsets.UTF_8), CATALOG);
    }

    private static List<Problem> problems(String plans) {
        return catchThrowableOfType(JsonRefused.class, () -> read(plans)).problems();
    }
}
