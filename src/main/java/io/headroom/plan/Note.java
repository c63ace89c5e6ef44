package io.headroom.plan;

/**
 * A remark for the review.
 *
 * @param on metric id or key it is about, or empty
 * @param text the remark
 * @param extras keys of the file that this version does not know
 */
public record Note(String on, String text, Extras extras) {
}
