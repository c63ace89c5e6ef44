package io.headroom.catalog;

import java.util.Objects;

/**
 * The architecture of a model: everything from which its parameters, memory and work follow.
 *
 * <p>Counts and widths are whole numbers of at least 1 unless said otherwise. Two specs are equal when their figures
 * are.
 */
public final class ModelSpec {

    private final String id;
    private final String name;
    private final Shape shape;
    private final Published published;
    private final Provenance provenance;
    private final LayerCounts layerCounts;
    private final ParameterCount parameters;

    /**
     * The figures that enter the arithmetic.
     *
     * @param layers transformer layers L
     * @param hidden width d of the residual stream
     * @param vocabulary tokens V of the vocabulary
     * @param tiedEmbeddings whether the LM head is the embedding table
     * @param maxContextTokens longest context the model was made for
     * @param attention softmax attention
     * @param slidingWindow which layers see only a window, or null
     * @param linearAttention which layers are linear instead, or null
     * @param ffnWidth inner width of a dense FFN, 0 where no layer has one
     * @param ffnMatrices 3 for gated (SwiGLU) FFN and experts, 2 for plain ones
     * @param moe the experts, or null for a dense model
     * @param blockScaledFp8 whether its FP8 checkpoint has a scale for each block of weights ({@code weight_block_size} in
     *        its {@code config.json}) in place of one for a tensor or a row
     */
    public record Shape(int layers, int hidden, int vocabulary, boolean tiedEmbeddings, int maxContextTokens,
            Attention attention, SlidingWindow slidingWindow, LinearAttention linearAttention, int ffnWidth,
            int ffnMatrices, MoeSpec moe, boolean blockScaledFp8) {

        /** The shape with another softmax attention. */
        public Shape withAttention(Attention value) {
            return new Shape(layers, hidden, vocabulary, tiedEmbeddings, maxContextTokens, value, slidingWindow,
                    linearAttention, ffnWidth, ffnMatrices, moe, blockScaledFp8);
        }

        /** The shape with other experts, or none. */
        public Shape withMoe(MoeSpec value) {
            return new Shape(layers, hidden, vocabulary, tiedEmbeddings, maxContextTokens, attention, slidingWindow,
                    linearAttention, ffnWidth, ffnMatrices, value, blockScaledFp8);
        }
    }

    /**
     * Layers that attend only to the last {@code windowTokens} tokens.
     *
     * @param windowTokens tokens a query sees and the cache keeps
     * @param fullEvery every n-th layer (n-1, 2n-1, ... from 0) is full instead; 0 where every layer slides
     */
    public record SlidingWindow(int windowTokens, int fullEvery) {
    }

    /**
     * What the model's makers say of its size.
     *
     * @param totalParameters published total, NaN where none is
     * @param activeParameters published active parameters, NaN where none is
     * @param text as published
     */
    public record Published(double totalParameters, double activeParameters, String text) {

        /** Of a model without published sizes. */
        public static final Published NONE = new Published(Double.NaN, Double.NaN, "");
    }

    public ModelSpec(String id, String name, Shape shape, Published published, Provenance provenance) {
        this.id = Objects.requireNonNull(id);
        this.name = Objects.requireNonNull(name);
        this.shape = Objects.requireNonNull(shape);
        this.published = Objects.requireNonNull(published);
        this.provenance = Objects.requireNonNull(provenance);
        this.layerCounts = LayerCounts.of(shape.layers, shape.slidingWindow, shape.linearAttention, shape.moe);
        this.parameters = ParameterCount.of(shape, layerCounts);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Shape shape() {
        return shape;
    }

    public Published published() {
        return published;
    }

    public Provenance provenance() {
        return provenance;
    }

    /** How many layers of each kind any run of layers holds. */
    public LayerCounts layerCounts() {
        return layerCounts;
    }

    /** Total and active parameters that follow from the shape. */
    public ParameterCount parameters() {
        return parameters;
    }

    public int layers() {
        return shape.layers;
    }

    public int hidden() {
        return shape.hidden;
    }

    public boolean isMoe() {
        return shape.moe != null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelSpec m && id.equals(m.id) && name.equals(m.name) && shape.equals(m.shape);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, shape);
    }

    @Override
    public String toString() {
        return id;
    }
}
