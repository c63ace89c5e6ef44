package io.headroom.explore.launch;

/**
 * {@code sglang.launch_server}: its TP is all GPUs of a stage, which attention divides by its CP and, with DP attention, its DP,
 * and the experts by EP. Tokens of a pass and running requests are of all DP ranks together.
 * Source: docs.sglang.io, "Server Arguments"; sglang/srt/server_args.py.
 */
final class SglangFlags {

    private SglangFlags() {
    }

    static void write(Script script) {
        String layers = script.layersPerStage();
        script.part((layers.isEmpty() ? "" : "SGLANG_PP_LAYER_PARTITION=" + layers + " ")
                + "python3 -m sglang.launch_server --model-path MODEL");
        int attentionData = script.groups().attentionData();
        script.flag("--tp-size", script.groups().stageGpus());
        script.degree("--pp-size", script.degrees().pipeline());
        script.degree("--attn-cp-size", script.degrees().context());
        script.degree("--ep-size", script.degrees().expert());
        if (attentionData > 1) {
            script.flag("--dp-size", attentionData);
            script.part("--enable-dp-attention");
            script.replicasApart();
        } else {
            script.degree("--dp-size", script.degrees().data());
        }
        script.flag("--max-running-requests", script.replicaSequences());
        script.flag("--chunked-prefill-size", (long) script.passTokens() * attentionData);
        script.flag("--context-length", script.requestTokens());
        script.kvCache(script::part, "--kv-cache-dtype fp8_e4m3");
    }
}
