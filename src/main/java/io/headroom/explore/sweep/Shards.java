package io.headroom.explore.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Parts of a list that are disjoint, complete and the same on every machine: the keys are sorted by a hash of their text
 * and dealt round, so that parts differ by one key at most and costly neighbours are spread.
 */
public final class Shards {

    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    // the finaliser of MurmurHash3, 64 bits: https://github.com/aappleby/smhasher
    private static final long FIRST = 0xff51afd7ed558ccdL;
    private static final long SECOND = 0xc4ceb9fe1a85ec53L;
    private static final int HALF = 33;

    private final int[] shardOf;

    /**
     * @param keys the list, no two the same
     * @param count how many parts, at least 1
     */
    public Shards(List<String> keys, int count) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            order.add(i);
        }
        long[] hashes = keys.stream().mapToLong(key -> mixed(hash(key))).toArray();
        order.sort(Comparator.<Integer>comparingLong(i -> hashes[i]).thenComparing(keys::get));
        shardOf = new int[keys.size()];
        for (int rank = 0; rank < order.size(); rank++) {
            shardOf[order.get(rank)] = rank % count;
        }
    }

    /** The part of the key at {@code index}, from 0. */
    public int of(int index) {
        return shardOf[index];
    }

    static long hash(String key) {
        long hash = OFFSET;
        for (int i = 0; i < key.length(); i++) {
            // a character of ASCII is its byte
            hash = (hash ^ key.charAt(i)) * PRIME;
        }
        return hash;
    }

    // keys that differ in their last letters have neighbouring hashes: sorted as they are, they would stay neighbours
    private static long mixed(long hash) {
        long x = (hash ^ hash >>> HALF) * FIRST;
        x = (x ^ x >>> HALF) * SECOND;
        return x ^ x >>> HALF;
    }
}
