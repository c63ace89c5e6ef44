package io.headroom.session.validation;

import io.headroom.validate.ValidationResult;

/** How far the comparison with the public measurements has come. */
public sealed interface Progress {

    /** Nobody has asked for it yet. */
    record Idle() implements Progress {
    }

    /**
     * Rows are being estimated.
     *
     * @param done how many of them
     * @param all how many there are, 0 while the file is read
     */
    record Running(int done, int all) implements Progress {
    }

    /**
     * All rows are estimated.
     *
     * @param result what became of each
     */
    record Ready(ValidationResult result) implements Progress {
    }

    /** It was stopped. */
    record Cancelled() implements Progress {
    }

    /**
     * It could not be done.
     *
     * @param message why
     */
    record Failed(String message) implements Progress {
    }
}
