package io.headroom.plan;

import io.headroom.catalog.NumberFormat;

/**
 * The formats in which a deployment stores its numbers, each chosen apart.
 *
 * @param weights attention, dense and shared FFN; router, norms, embedding and LM head stay bf16
 * @param experts routed experts only
 * @param kvCache keys and values
 * @param activations what layers pass to each other
 */
public record Precision(NumberFormat weights, NumberFormat experts, NumberFormat kvCache, NumberFormat activations) {

    /** Everything in bf16. */
    public static final Precision BF16 =
            new Precision(NumberFormat.BF16, NumberFormat.BF16, NumberFormat.BF16, NumberFormat.BF16);

    /** With other weights; experts follow where they were the same. */
    public Precision withWeights(NumberFormat value) {
        return new Precision(value, experts == weights ? value : experts, kvCache, activations);
    }

    /** With other routed experts. */
    public Precision withExperts(NumberFormat value) {
        return new Precision(weights, value, kvCache, activations);
    }

    /** With another KV cache. */
    public Precision withKvCache(NumberFormat value) {
        return new Precision(weights, experts, value, activations);
    }

    /** With other activations. */
    public Precision withActivations(NumberFormat value) {
        return new Precision(weights, experts, kvCache, value);
    }
}
