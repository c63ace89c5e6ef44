package io.headroom.explore.peer;

/** What programs of this field do not agree on, and what is done here. */
public enum Topic {
    CAUSAL("Causal attention", "here a token sees itself and those before it: S · (S + 1) / 2 pairs"),
    EXPERTS("Experts touched", "here those that are hit by chance, all alike or some more often (expert skew)"),
    KV_STAGES("KV cache over stages", "here a stage keeps the cache of its own layers only"),
    ACTIVATIONS("Activations", "here the widest tensors of a pass, linear in its tokens"),
    KV_LATENT("Latent KV cache", "here every TP rank keeps the whole latent, as engines do"),
    KV_HEADS("KV heads fewer than TP", "here a rank keeps at least one KV head, so that heads are kept twice"),
    PEAK("Peak FLOP/s", "here dense, in units of 1000"),
    GIGABYTES("GB or GiB", "here memory is counted in bytes; GB are 10⁹ of them"),
    QUEUE("TTFT with its queue", "here the requests before it are waited for"),
    FIRST_TOKEN("TPOT with TTFT", "here the first token is not counted");

    private final String label;
    private final String here;

    Topic(String label, String here) {
        this.label = label;
        this.here = here;
    }

    /** Its name. */
    public String label() {
        return label;
    }

    /** What is done here, in words. */
    public String here() {
        return here;
    }
}
