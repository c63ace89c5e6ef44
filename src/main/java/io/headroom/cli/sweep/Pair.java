package io.headroom.cli.sweep;

import io.headroom.explore.sweep.Shards;
import java.util.List;

/**
 * A model on an accelerator, by their ids: what shards are dealt.
 *
 * @param model id of the model
 * @param gpu id of the accelerator
 */
record Pair(String model, String gpu) {

    /** How {@code pairs} are dealt to {@code count} shards. */
    static Shards deal(List<Pair> pairs, int count) {
        return new Shards(pairs.stream().map(Pair::toString).toList(), count);
    }

    @Override
    public String toString() {
        return model + " on " + gpu;
    }
}
