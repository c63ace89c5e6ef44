package io.headroom.estimate;

import io.headroom.estimate.memory.MemoryEstimate;
import io.headroom.estimate.timing.DecodeTime;
import io.headroom.estimate.timing.PrefillTime;
import java.util.Arrays;

/** What a replica does, by the requests that it has: an open hash table, because every estimate of a search looks here. */
final class Replicas {

    /** A prime near 2^31 over the golden ratio, so that numbers beside each other spread. */
    private static final int SPREAD = 0x9E3779B1;

    private Replica[] slots = new Replica[32];
    private int size;

    /** One replica under one load. */
    record Replica(int requests, MemoryEstimate memory, PrefillTime prefill, DecodeTime decode) {
    }

    /** The replica with {@code requests}, or null. */
    Replica get(int requests) {
        return slots[slot(requests)];
    }

    void put(Replica replica) {
        if (2 * ++size > slots.length) {
            Replica[] before = slots;
            slots = new Replica[2 * before.length];
            Arrays.stream(before).filter(r -> r != null).forEach(r -> slots[slot(r.requests)] = r);
        }
        slots[slot(replica.requests)] = replica;
    }

    /** Where {@code requests} is, or the empty place where it will be. */
    private int slot(int requests) {
        int mask = slots.length - 1;
        int at = requests * SPREAD >>> 16 & mask;
        while (slots[at] != null && slots[at].requests != requests) {
            at = at + 1 & mask;
        }
        return at;
    }
}
