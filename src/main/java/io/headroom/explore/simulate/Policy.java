package io.headroom.explore.simulate;

import java.util.Arrays;
import java.util.Optional;

/** How a scheduler shares its passes between prompts and decoding. */
public enum Policy {
    /** Pieces of prompts ride along with every decode step, up to the tokens of a pass: vLLM V1, chunked prefill. */
    CHUNKED_MIXED("chunked-mixed"),
    /** Prompts that wait are read before decoding goes on: SGLang unless told otherwise, vLLM V0. */
    PREFILL_FIRST("prefill-first"),
    /** Prompts gather while others decode; then all that gathered are read: batch waiting of TensorRT-LLM. */
    PREFILL_EXCLUSIVE("prefill-exclusive");

    private final String id;

    Policy(String id) {
        this.id = id;
    }

    /** Its name on the command line. */
    public String id() {
        return id;
    }

    /** The policy called {@code id}. */
    public static Optional<Policy> byId(String id) {
        return Arrays.stream(values()).filter(policy -> policy.id.equals(id)).findFirst();
    }

    /** What {@code engine} does unless told otherwise; null is an engine like vLLM. */
    public static Policy ofEngine(String engine) {
        return "sglang".equals(engine) ? PREFILL_FIRST : CHUNKED_MIXED;
    }
}
