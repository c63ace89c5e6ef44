package io.headroom.catalog;

/**
 * Layers that attend only to the last {@code windowTokens} tokens.
 *
 * @param windowTokens tokens a query sees and the cache keeps
 * @param fullEvery every n-th layer (n-1, 2n-1, ... from 0) is full instead; 0 where every layer slides
 */
public record SlidingWindow(int windowTokens, int fullEvery) {
}
