package io.headroom.catalog;

/**
 * The kinds of layer a model can hold: how it attends, and whether its FFN is dense or a mixture of experts.
 * Layers of one kind cost the same, so a stage is described by how many of each kind it holds.
 */
public enum LayerKind {
    FULL_DENSE(Attending.FULL, false),
    FULL_MOE(Attending.FULL, true),
    SLIDING_DENSE(Attending.SLIDING, false),
    SLIDING_MOE(Attending.SLIDING, true),
    LINEAR_DENSE(Attending.LINEAR, false),
    LINEAR_MOE(Attending.LINEAR, true);

    /** Number of kinds. */
    public static final int COUNT = values().length;

    private static final LayerKind[] VALUES = values();

    /** How a layer attends. */
    public enum Attending { FULL, SLIDING, LINEAR }

    private final Attending attending;
    private final boolean moe;

    LayerKind(Attending attending, boolean moe) {
        this.attending = attending;
        this.moe = moe;
    }

    /** How layers of this kind attend. */
    public Attending attending() {
        return attending;
    }

    /** Whether layers of this kind hold experts. */
    public boolean moe() {
        return moe;
    }

    /** The kind at {@code ordinal}, without the copy that {@code values()} makes. */
    public static LayerKind at(int ordinal) {
        return VALUES[ordinal];
    }

    static LayerKind of(Attending attending, boolean moe) {
        return VALUES[attending.ordinal() * 2 + (moe ? 1 : 0)];
    }
}
