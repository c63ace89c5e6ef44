package io.headroom.session.validation;

import io.headroom.format.Dimension;
import io.headroom.validate.read.Quantity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The quantities that are drawn, each for itself: errors of different ones are never put together. */
public enum Scope {
    TPOT("TPOT", Quantity.TPOT, Dimension.SECONDS),
    TTFT("TTFT", Quantity.TTFT, Dimension.SECONDS),
    E2E("E2E", Quantity.E2E, Dimension.SECONDS),
    OUTPUT_TOKENS("Tokens/s", Quantity.OUTPUT_TOKENS_TOTAL, Dimension.TOKENS_PER_SECOND),
    OUTPUT_TOKENS_PER_GPU("Tokens/s per GPU", Quantity.OUTPUT_TOKENS_PER_GPU, Dimension.TOKENS_PER_SECOND),
    WEIGHTS("Weights", Quantity.WEIGHTS_MEMORY, Dimension.BYTES),
    KV_CACHE("KV cache", Quantity.KV_MEMORY, Dimension.BYTES),
    KV_TOKENS("KV tokens", Quantity.KV_TOKENS, Dimension.TOKENS);

    private static final Map<Quantity, Scope> BY_QUANTITY = new EnumMap<>(Quantity.class);

    static {
        for (Scope scope : values()) {
            BY_QUANTITY.put(scope.quantity, scope);
        }
    }

    private final String label;
    private final Quantity quantity;
    private final Dimension dimension;

    Scope(String label, Quantity quantity, Dimension dimension) {
        this.label = label;
        this.quantity = quantity;
        this.dimension = dimension;
    }

    /** The scope that shows {@code quantity}. */
    public static Optional<Scope> of(Quantity quantity) {
        return Optional.ofNullable(BY_QUANTITY.get(quantity));
    }

    /** Its name on its button. */
    public String label() {
        return label;
    }

    /** What it shows. */
    public Quantity quantity() {
        return quantity;
    }

    /** Whether it is of memory, to which nothing is fitted. */
    public boolean isMemory() {
        return quantity.isMemory();
    }

    /** What its numbers measure. */
    public Dimension dimension() {
        return dimension;
    }
}
