package io.headroom.planfile;

import io.headroom.plan.Review;
import java.util.List;

/**
 * A review as a file holds it.
 *
 * @param review the plans
 * @param readOnly whether the file was made by a newer version, so that writing it would lose what this one cannot know
 * @param remarks what a reader of the file should hear: unknown keys kept, defaults taken, why it is read-only
 */
public record Opened(Review review, boolean readOnly, List<String> remarks) {

    public Opened {
        remarks = List.copyOf(remarks);
    }
}
