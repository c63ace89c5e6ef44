/**
 * Questions about choices that a search answers: which number of GPUs, which GPU, how far from the front, and from where
 * one plan beats another.
 * Command line and window ask; like the search it runs on workers that its caller lends it.
 * Start at {@link io.headroom.explore.alternative.Alternatives} and {@link io.headroom.explore.alternative.BreakEven}.
 */
package io.headroom.explore.alternative;
