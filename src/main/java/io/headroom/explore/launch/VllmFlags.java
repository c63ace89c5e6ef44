package io.headroom.explore.launch;

/**
 * {@code vllm serve}: GPUs of an engine are TP x PCP x PP x DP, and with expert parallelism the experts lie on TP x PCP x DP.
 * Limits of sequences and tokens hold for one DP rank. Source: vllm/config/parallel.py; docs.vllm.ai, "vllm serve".
 */
final class VllmFlags {

    private VllmFlags() {
    }

    static void write(Script script) {
        String layers = script.layersPerStage();
        script.part((layers.isEmpty() ? "" : "VLLM_PP_LAYER_PARTITION=" + layers + " ") + "vllm serve MODEL");
        script.flag("--tensor-parallel-size", script.degrees().tensor());
        script.degree("--pipeline-parallel-size", script.degrees().pipeline());
        script.degree("--prefill-context-parallel-size", script.degrees().context());
        boolean isExpertParallel = script.degrees().expert() > 1;
        // its replicas of a model with experts are no replicas: they share them out
        if (script.isMoe() || script.degrees().context() > 1) {
            script.degree("--data-parallel-size", script.groups().attentionData());
            script.replicasApart();
        } else {
            script.degree("--data-parallel-size", script.degrees().data());
        }
        if (isExpertParallel) {
            script.part("--enable-expert-parallel");
        }
        if (isExpertParallel && script.groups().expertTensor() > 1) {
            script.remark("vLLM spreads the experts over all " + script.groups().stageGpus() + " GPUs of a stage, the plan over "
                    + script.degrees().expert() + ".");
        }
        script.flag("--max-num-seqs", script.rankSequences());
        script.flag("--max-num-batched-tokens", script.passTokens());
        script.flag("--max-model-len", script.requestTokens());
        script.kvCache(script::part, "--kv-cache-dtype fp8");
        if (script.usableMemory() < 1) {
            script.part("--gpu-memory-utilization " + Math.round(script.usableMemory() * 100) / 100.0);
        }
    }
}
