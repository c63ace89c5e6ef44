/**
 * The plans of a review as things: named, put in order, copied as text and taken from text.
 * Only the window may use it; it knows the session and the plan file, and nothing of what plans mean.
 * Start at {@link io.headroom.session.arrange.Arrangement}.
 */
package io.headroom.session.arrange;
