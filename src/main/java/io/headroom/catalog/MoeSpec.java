package io.headroom.catalog;

/**
 * The mixture-of-experts layers of a model.
 *
 * @param experts routed experts of a layer
 * @param topK routed experts that each token uses
 * @param expertWidth inner width of one routed expert
 * @param sharedWidth inner width of all shared experts together, 0 where there is none
 * @param denseFirst leading layers that have a dense FFN instead
 * @param every after those, layer l is MoE when (l + 1) is a multiple of this: 1 = all, 2 = layers 1, 3, 5 ... from 0
 */
public record MoeSpec(int experts, int topK, int expertWidth, int sharedWidth, int denseFirst, int every) {

    /** Whether layer {@code layer}, counted from 0, is a mixture of experts. */
    public boolean isMoeLayer(int layer) {
        return layer >= denseFirst && (layer + 1) % every == 0;
    }
}
