package io.headroom.explore.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code trtllm-serve}: its TP is all GPUs of a stage, which the experts divide by EP; attention is either split over all of
 * them or kept whole on each, with attention DP. What has no flag goes by a file. Source: nvidia.github.io/TensorRT-LLM,
 * "trtllm-serve" and "Parallelism in TensorRT-LLM".
 */
final class TensorRtFlags {

    private static final String FILE = "options.yaml";

    private TensorRtFlags() {
    }

    static void write(Script script) {
        int stage = script.groups().stageGpus();
        int attentionData = script.groups().attentionData();
        List<String> options = new ArrayList<>();
        if (attentionData > 1 && attentionData == stage) {
            options.add("enable_attention_dp: true");
        } else if (attentionData > 1) {
            script.remark("TensorRT-LLM keeps attention whole on each GPU of a stage or splits it over all " + stage
                    + "; attention DP " + attentionData + " is neither.");
        }
        script.kvCache(options::add, "kv_cache_config: { dtype: fp8 }");
        if (script.degrees().context() > 1) {
            script.remark("Context parallelism is not among these flags.");
        }
        if (!script.layersPerStage().isEmpty()) {
            script.remark("The layers of each stage, " + script.layersPerStage() + ", are not among these flags.");
        }
        if (!options.isEmpty()) {
            script.before("cat > " + FILE + " <<'END'");
            options.forEach(script::before);
            script.before("END");
        }
        script.part("trtllm-serve MODEL");
        script.flag("--tp_size", stage);
        script.degree("--pp_size", script.degrees().pipeline());
        script.degree("--ep_size", script.degrees().expert());
        script.flag("--max_batch_size", script.rankSequences());
        script.flag("--max_num_tokens", script.passTokens());
        script.flag("--max_seq_len", script.requestTokens());
        if (!options.isEmpty()) {
            script.part("--extra_llm_api_options " + FILE);
        }
        script.replicasApart();
    }
}
