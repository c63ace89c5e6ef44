package io.headroom.explore.launch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An engine whose flags are known. */
public enum Engine {
    /** Flags of {@code vllm serve}: docs.vllm.ai, "vllm serve", and vllm/config/parallel.py. */
    VLLM("vLLM", VllmFlags::write, "vllm", "vllm-v1"),
    /** Flags of {@code sglang.launch_server}: docs.sglang.io, "Server Arguments". */
    SGLANG("SGLang", SglangFlags::write, "sglang"),
    /** Flags of {@code trtllm-serve}: nvidia.github.io/TensorRT-LLM, "trtllm-serve" and "Parallelism in TensorRT-LLM". */
    TENSORRT_LLM("TensorRT-LLM", TensorRtFlags::write, "trtllm", "tensorrt-llm", "trt-llm", "trt");

    private final String label;
    private final Consumer<Script> writer;
    private final List<String> keys;

    Engine(String label, Consumer<Script> writer, String... keys) {
        this.label = label;
        this.writer = writer;
        this.keys = List.of(keys);
    }

    /** The engine that plans call {@code name}; empty where its flags are not known. */
    static Optional<Engine> of(String name) {
        return Arrays.stream(values()).filter(engine -> engine.keys.stream().anyMatch(name.strip()::equalsIgnoreCase)).findFirst();
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    void write(Script script) {
        writer.accept(script);
    }
}
