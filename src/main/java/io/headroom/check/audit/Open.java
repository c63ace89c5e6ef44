package io.headroom.check.audit;

/** Something that a plan needs and its text does not state, so that it was assumed: what hangs on it is not judged. */
public enum Open {
    /** Widths of the model: only its size is known. */
    SHAPE,
    /** How many experts a token uses, and no FLOP of a token either. */
    ACTIVE_PARAMETERS,
    /** Speeds of the accelerator; the size of its memory is taken from the plan either way. */
    HARDWARE,
    /** Formats of weights or KV cache. */
    PRECISION,
    /** The degrees; the number of GPUs may be known. */
    LAYOUT,
    /** Requests at once. */
    BATCH,
    /** Input or output tokens of the ordinary request. */
    LENGTHS
}
