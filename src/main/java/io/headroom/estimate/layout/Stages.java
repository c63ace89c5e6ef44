package io.headroom.estimate.layout;

import io.headroom.catalog.LayerCounts;
import io.headroom.catalog.LayerKind;
import java.util.List;

/** How many layers of each kind every pipeline stage holds. */
public final class Stages {

    private final int[] layers;
    private final int[] counts;

    private Stages(int[] layers, int[] counts) {
        this.layers = layers;
        this.counts = counts;
    }

    /**
     * Stages of a model.
     *
     * @param totalLayers L
     * @param pipeline p, at most L
     * @param given layers of each stage, or empty: the first L mod p stages get one layer more
     * @param layerCounts the model's layers by kind
     */
    static Stages of(int totalLayers, int pipeline, List<Integer> given, LayerCounts layerCounts) {
        int[] layers = new int[pipeline];
        int[] counts = new int[pipeline * LayerKind.COUNT];
        int from = 0;
        for (int s = 0; s < pipeline; s++) {
            layers[s] = given.isEmpty() ? totalLayers / pipeline + (s < totalLayers % pipeline ? 1 : 0) : given.get(s);
            for (int i = 0; i < layerCounts.kinds(); i++) {
                LayerKind kind = layerCounts.kind(i);
                counts[s * LayerKind.COUNT + kind.ordinal()] = layerCounts.count(kind, from, from + layers[s]);
            }
            from += layers[s];
        }
        return new Stages(layers, counts);
    }

    /** Number of stages. */
    public int count() {
        return layers.length;
    }

    /** Layers of stage {@code stage}. */
    public int layers(int stage) {
        return layers[stage];
    }

    /** Layers of one kind on stage {@code stage}. */
    public int layers(int stage, int kind) {
        return counts[stage * LayerKind.COUNT + kind];
    }

    /** Most layers that any stage holds. */
    public int mostLayers() {
        int most = 0;
        for (int n : layers) {
            most = Math.max(most, n);
        }
        return most;
    }
}
