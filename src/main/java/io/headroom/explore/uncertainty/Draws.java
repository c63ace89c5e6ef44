package io.headroom.explore.uncertainty;

/**
 * Chance as a function: number {@code index} of stream {@code stream} of a seed, whoever asks and in whatever order, so that any
 * number of threads draws the same. SplitMix64: the finalizer of Stafford's variant 13 over a counter that steps by the
 * golden ratio. Source: Steele, Lea, Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
 */
final class Draws {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final int UNUSED_BITS = 11;
    private static final double UNIT = 0x1p-53;

    private final long start;

    /** The stream {@code stream} of {@code seed}; streams of other names have nothing to do with it. */
    Draws(long seed, String stream) {
        this.start = mix(mix(seed + GOLDEN) ^ mix(stream.hashCode() + GOLDEN));
    }

    /** A number in [0, 1). */
    double at(int index) {
        return (mix(start + (index + 1) * GOLDEN) >>> UNUSED_BITS) * UNIT;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
