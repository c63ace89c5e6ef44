package io.headroom.cli.sweep;

import io.headroom.cli.input.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a sweep.
 *
 * @param number which, from 1
 * @param count of how many
 */
record Shard(int number, int count) {

    /** All of it. */
    static final Shard WHOLE = new Shard(1, 1);

    static final int MOST = 10_000;

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,4})/([1-9][0-9]{0,4})");

    /** Reads {@code 2/8}. */
    static Shard read(String text) throws Refusal {
        Matcher parts = TEXT.matcher(text);
        if (parts.matches()) {
            Shard shard = new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
            if (shard.number <= shard.count && shard.count <= MOST) {
                return shard;
            }
        }
        throw Refusal.notValid("--shard '" + text + "' is none: write 1/8 to 8/8 for eight shards, " + MOST
                + " at most.");
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
