package io.headroom.validate.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.engine.Generation;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import io.headroom.plan.Workload;
import io.headroom.validate.read.Reading.Configuration;
import io.headroom.validate.read.Reading.Skipped;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of the public collection against plans derived from them by hand. */
class ConfigurationReaderTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Map<String, Measurement> ROWS = Rows.byId();
    private static final ConfigurationReader READER = new ConfigurationReader(AliasFile.load(CATALOG),
            CATALOG.profile("calibrated").orElseThrow(), false);
    private static final String ROW = "test:1,%s,%s,8,8,1,1,1,%s,fp8,,1024,1024,16,,tpot_ms,ms,20,";

    /** Derived by hand from the columns, the notes and the collection's description; one line a kind of row. */
    @ParameterizedTest
    @CsvFileSource(resources = "/validate/plans.csv", numLinesToSkip = 4)
    void rowsBecomeThePlansDerivedByHand(String id, String model, String gpu, String formats, String degrees,
            String load, int input, int output, String quantity, String engine) {
        Configuration c = (Configuration) READER.read(ROWS.get(id));
        Plan plan = c.plan();
        Precision f = plan.precision();
        Parallelism p = plan.parallelism();
        Workload w = plan.workload();
        assertThat(plan.model().id()).isEqualTo(model);
        assertThat(plan.hardware().gpu().id()).isEqualTo(gpu);
        assertThat(f.weights().key() + " " + f.experts().key() + " " + f.kvCache().key()).isEqualTo(formats);
        assertThat("t" + p.tensor() + " p" + p.pipeline() + " r" + p.data() + " e" + p.expert()).isEqualTo(degrees);
        assertThat(c.load().toString()).isEqualTo(load);
        assertThat(w.inputTokens()).isEqualTo(input);
        assertThat(w.outputTokens()).isEqualTo(output);
        assertThat(c.quantity()).hasToString(quantity);
        assertThat(plan.assumptions().engine()).isEqualTo(engine);
    }

    /** Reasons as the collection's description gives them. */
    @ParameterizedTest
    @CsvSource({
        "moe:h200-h4096-i1536-e128-k8-bfloat16-tp1ep1-t1, 'one kernel, not a deployment'",
        "nccl:b200-all_reduce-n2-131072, 'one collective, not a deployment'",
        "lss:Qwen3-32B-RTXPRO6000:tpot, 'lengths of a data set, not numbers'",
        "recipes:nemotron3nano-h200:tpot, model not in the catalogue",
        "recipes:dsv32-h20x8:tpot, accelerator not in the catalogue or not certain",
        "mem:deepseek-v3-h200-nvsmi, metric not known",
        "trt014:Llama-3.1-8B-H100-tp1-467x16-qINF:itl, tier C"})
    void rowsThatCannotBeExpressedSayWhy(String id, String reason) {
        assertThat(((Skipped) READER.read(ROWS.get(id))).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"meta-llama/Llama-3.3-70B-Instruct, llama-3.1-70b", "Llama_3.3_70B, llama-3.1-70b",
        "nvidia/Llama-3.1-8B-Instruct-FP8, llama-3.1-8b", "amd/Llama-3.1-405B-Instruct-FP8-KV, llama-3.1-405b",
        "Meta-Llama-3-8B-Instruct, llama-3-8b", "llama2-70b-chat-hf, llama-2-70b", "Qwen/Qwen3-32B-AWQ, qwen3-32b",
        "Qwen2-72B-Instruct, qwen2.5-72b", "Qwen3-30B-A3B-Instruct-2507, qwen3-30b-a3b",
        "deepseek-ai/DeepSeek-R1-0528, deepseek-r1", "DeepSeek-V3-0324, deepseek-v3",
        "openai/gpt-oss-120b, gpt-oss-120b", "Mixtral-8x7B-Instruct-v0.1, mixtral-8x7b",
        "mistralai/Mistral-7B-v0.3, mistral-7b", "Llama 4 Maverick, llama-4-maverick",
        "moonshotai/Kimi-K2-Instruct-0905, kimi-k2", "zai-org/GLM-4.5-Air-FP8, glm-4.5-air"})
    void manySpellingsMeanOneModel(String spelling, String id) {
        Measurement row = Rows.of(ROW.formatted(spelling, "H100-SXM-80GB", "vLLM")).getFirst();
        assertThat(((Configuration) READER.read(row)).plan().model().id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"H100, h100-sxm", "NVIDIA H100 80GB HBM3, h100-sxm", "h100_sxm, h100-sxm", "H100-PCIe-80GB, h100-pcie",
        "H200-NVL-141GB, h200-sxm", "A100-SXM4-40GB, a100-sxm-40", "A100-80GB, a100-sxm-80", "L40S-48GB, l40s",
        "L4-24GB, l4", "GB200-NVL72, gb200-nvl72", "MI325X-256GB, mi325x", "AMD Instinct MI355X, mi355x",
        "RTX 4090, rtx-4090", "H20-141GB, h20-141"})
    void manySpellingsMeanOneAccelerator(String spelling, String id) {
        Measurement row = Rows.of(ROW.formatted("Llama-3.1-8B", spelling, "vLLM")).getFirst();
        assertThat(((Configuration) READER.read(row)).plan().hardware().gpu().id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"TensorRT-LLM + Triton, trtllm", "TRT-LLM, trtllm", "trtllm, trtllm", "vLLM (ROCm fork), vllm",
        "vllm, vllm", "SGLang, sglang", "HF Transformers, transformers", "LMDeploy (TurboMind), lmdeploy"})
    void manySpellingsMeanOneEngine(String spelling, String engine) {
        Measurement row = Rows.of(ROW.formatted("Llama-3.1-8B", "H100", spelling)).getFirst();
        assertThat(((Configuration) READER.read(row)).plan().assumptions().engine()).isEqualTo(engine);
    }

    // releases: vLLM 0.8 made its second scheduler the default and 0.14 (17 January 2026) asynchronous scheduling, TensorRT-LLM 1.0 its PyTorch backend
    @ParameterizedTest
    @CsvSource({"vllm, 0.7.3, '', vllm-v0", "vllm, 0.8.5, '', vllm-v1", "vllm, 0.13.0, 2026-03, vllm-v1",
        "vllm, 0.14.1, '', vllm", "vllm, 0.15.1, 2024-01, vllm", "vllm, '', 2025-11, vllm-v1", "vllm, '', 2026-02, vllm",
        "vllm, '', 2024-09, vllm-v0", "vllm, '', '', vllm", "trtllm, v0.17, '', trtllm-v0",
        "trtllm, 1.2.0rc6, '', trtllm", "sglang, 0.4, 2024-01, sglang"})
    void enginesHaveGenerations(String engine, String version, String date, String expected) {
        assertThat(Generation.of(engine, version, date)).isEqualTo(expected);
    }

    // from an issue of SGLang: --mem-fraction-static 0.93, of 77.18 GiB that are free of 79.19 in a group with experts; vLLM's meta.json: 25,250,627,584 bytes, fraction 0.9
    @Test
    void notesSetTheMemoryOfTheEngine() {
        Plan sglang = ((Configuration) READER.read(ROWS.get("mem:qwen3-235b-fp8-4xh100-sglang-kvtok"))).plan();
        assertThat(sglang.assumptions().given()).containsEntry(Knob.USABLE_MEMORY, 0.93)
                .containsEntry(Knob.RESERVE, 0.93 * 0.51 * (1 << 30))
                .containsEntry(Knob.RESERVE_IN_GROUP, 0.93 * 1.5 * (1 << 30));
        Plan vllm = ((Configuration) READER.read(ROWS.get("lssmem:Llama-3.1-8B-RTX4090"))).plan();
        assertThat(vllm.assumptions().given()).containsEntry(Knob.USABLE_MEMORY, 0.9);
        assertThat(vllm.hardware().gpu().hbmBytes()).isEqualTo(25_250_627_584.0);
        assertThat(vllm.workload().maxBatchedTokens()).isEqualTo(2048);
    }

    @ParameterizedTest
    @CsvSource({"ms, 1e-3", "s, 1", "us, 1e-6"})
    void timesAreReadInTheirUnit(String unit, double seconds) {
        String row = "test:1,Llama-3.1-8B,H100,1,1,1,1,1,vLLM,bf16,,128,128,1,,ttft," + unit + ",20,";
        assertThat(((Configuration) READER.read(Rows.of(row).getFirst())).siPerUnit()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"speculative decoding with 3 draft tokens, speculative decoding", "MTP 1, speculative decoding",
        "prefix caching ON with shared system prompt, prompts share a cached prefix",
        "disaggregated, prefill and decode on separate GPUs"})
    void notesCanExcludeARow(String notes, String reason) {
        String row = "test:1,Llama-3.1-8B,H100,1,1,1,1,1,vLLM,bf16,,128,128,1,,ttft_ms,ms,20," + notes;
        assertThat(((Skipped) READER.read(Rows.of(row).getFirst())).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"'4,2,1,1,', degrees do not multiply to the number of GPUs", "'4,3,1,1,', degrees do not multiply "
            + "to the number of GPUs", "'4,half,1,1,', a degree is no whole number"})
    void wrongDegreesAreNotGuessed(String degrees, String reason) {
        String row = "test:1,Llama-3.1-8B,H100," + degrees + ",vLLM,bf16,,128,128,1,,tpot_ms,ms,20,";
        assertThat(((Skipped) READER.read(Rows.of(row).getFirst())).reason()).isEqualTo(reason);
    }
}
