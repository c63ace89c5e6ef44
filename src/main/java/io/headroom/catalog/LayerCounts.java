package io.headroom.catalog;

import io.headroom.catalog.ModelSpec.SlidingWindow;
import java.util.Arrays;

/** How many layers of each kind lie in any run of layers: prefix sums over the model, made once. */
public final class LayerCounts {

    private final int[][] before;
    private final LayerKind[] kinds;

    private LayerCounts(int[][] before) {
        this.before = before;
        int[] all = before[before.length - 1];
        this.kinds = Arrays.stream(LayerKind.values()).filter(k -> all[k.ordinal()] > 0).toArray(LayerKind[]::new);
    }

    static LayerCounts of(int layers, SlidingWindow sliding, LinearAttention linear, MoeSpec moe) {
        int[][] before = new int[layers + 1][LayerKind.COUNT];
        for (int l = 0; l < layers; l++) {
            before[l + 1] = before[l].clone();
            before[l + 1][kindOf(l, sliding, linear, moe).ordinal()]++;
        }
        return new LayerCounts(before);
    }

    /** Number of kinds that the model has. */
    public int kinds() {
        return kinds.length;
    }

    /** The kind at {@code index} of those that the model has. */
    public LayerKind kind(int index) {
        return kinds[index];
    }

    /** Layers of {@code kind} among layers {@code from} (inclusive) to {@code to} (exclusive). */
    public int count(LayerKind kind, int from, int to) {
        return before[to][kind.ordinal()] - before[from][kind.ordinal()];
    }

    /** Layers of {@code kind} in the whole model. */
    public int count(LayerKind kind) {
        return before[before.length - 1][kind.ordinal()];
    }

    private static LayerKind kindOf(int layer, SlidingWindow sliding, LinearAttention linear, MoeSpec moe) {
        boolean isMoe = moe != null && moe.isMoeLayer(layer);
        if (linear != null && !isEvery(layer, linear.fullEvery())) {
            return LayerKind.of(LayerKind.Attending.LINEAR, isMoe);
        }
        if (sliding != null && !isEvery(layer, sliding.fullEvery())) {
            return LayerKind.of(LayerKind.Attending.SLIDING, isMoe);
        }
        return LayerKind.of(LayerKind.Attending.FULL, isMoe);
    }

    private static boolean isEvery(int layer, int n) {
        return n > 0 && (layer + 1) % n == 0;
    }
}
