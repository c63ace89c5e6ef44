package io.headroom.session;

import io.headroom.check.Judgement;
import io.headroom.plan.Review;

/**
 * A review that was on screen, as it was left.
 *
 * @param saved the review as its file holds it, or null where none does
 * @param history its edits
 * @param state what was shown of it
 * @param baseline what it was compared with
 * @param back what lies before its beginning
 */
record Kept(Review saved, History history, State state, Judgement baseline, Edge back) {
}
