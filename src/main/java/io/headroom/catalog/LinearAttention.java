package io.headroom.catalog;

/**
 * Gated-delta linear attention (constant state instead of a KV cache), with full attention on every n-th layer.
 * Source: Qwen3-Next and Qwen3.5 configuration files, keys {@code linear_*}.
 *
 * @param keyHeads key heads
 * @param valueHeads value heads
 * @param keyDim elements of a key head
 * @param valueDim elements of a value head
 * @param convKernel taps of the short convolution over q, k and v
 * @param fullEvery every n-th layer (n-1, 2n-1, ... from 0) has softmax attention instead
 */
public record LinearAttention(int keyHeads, int valueHeads, int keyDim, int valueDim, int convKernel, int fullEvery) {
}
