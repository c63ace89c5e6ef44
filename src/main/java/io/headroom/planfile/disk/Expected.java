package io.headroom.planfile.disk;

/** What a save expects to stand at its path. */
public sealed interface Expected {

    /** Whatever stands there may be replaced: somebody has been asked. */
    record Anything() implements Expected {
    }

    /**
     * The bytes that were read or written there last, or nothing.
     *
     * @param hash as {@link SafeSave#hash}
     */
    record Unchanged(String hash) implements Expected {
    }
}
