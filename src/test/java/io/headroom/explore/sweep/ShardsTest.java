package io.headroom.explore.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardsTest {

    private static final List<String> KEYS = IntStream.range(0, 1000).mapToObj(i -> "model-" + i / 25 + " on gpu-" + i % 25)
            .toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 999, 1000, 1500})
    void everyKeyIsInOneShardAndShardsAreAlikeInSize(int count) {
        Shards shards = new Shards(KEYS, count);
        int[] sizes = new int[count];
        for (int i = 0; i < KEYS.size(); i++) {
            sizes[shards.of(i)]++;
        }
        assertThat(IntStream.of(sizes).sum()).isEqualTo(KEYS.size());
        assertThat(IntStream.of(sizes).max().orElseThrow() - IntStream.of(sizes).min().orElseThrow()).isLessThanOrEqualTo(1);
    }

    /** The order in which a list is given says nothing. */
    @Test
    void theShardOfAKeyHangsOnTheKeysAlone() {
        List<String> shuffled = new java.util.ArrayList<>(KEYS);
        Collections.shuffle(shuffled, new java.util.Random(5));
        Shards shards = new Shards(KEYS, 8);
        Shards others = new Shards(shuffled, 8);
        Map<String, Integer> by = new HashMap<>();
        IntStream.range(0, KEYS.size()).forEach(i -> by.put(KEYS.get(i), shards.of(i)));
        for (int i = 0; i < shuffled.size(); i++) {
            assertThat(others.of(i)).isEqualTo(by.get(shuffled.get(i)));
        }
    }

    /** One accelerator of many would otherwise all be done by one shard, and one machine would wait for it. */
    @Test
    void neighboursAreSpread() {
        Shards shards = new Shards(KEYS, 5);
        for (int gpu = 0; gpu < 25; gpu++) {
            int of = gpu;
            assertThat(IntStream.range(0, 40).map(m -> shards.of(25 * m + of)).distinct().count()).isGreaterThan(3);
        }
    }

    /** Published values of FNV-1a, 64 bits: draft-eastlake-fnv, test vectors of "", "a" and "foobar". */
    @Test
    void hashesAsPublished() {
        assertThat(Shards.hash("")).isEqualTo(0xcbf29ce484222325L);
        assertThat(Shards.hash("a")).isEqualTo(0xaf63dc4c8601ec8cL);
        assertThat(Shards.hash("foobar")).isEqualTo(0x85944171f73967e8L);
    }
}
