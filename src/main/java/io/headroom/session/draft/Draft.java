package io.headroom.session.draft;

import io.headroom.plan.Review;
import java.nio.file.Path;

/**
 * A review that a program which has ended did not save.
 *
 * @param kept where it is kept
 * @param review the review as it was
 * @param file the file it was opened from, or null where it had none
 */
public record Draft(Path kept, Review review, Path file) {

    /** Its name for people: the file's, or the review's where it had none. */
    public String title() {
        return file == null ? review.name() : file.getFileName().toString();
    }
}
