/**
 * The advice on the plan on screen, worked out in the background while somebody looks at it.
 * The view of findings asks and listens; the arithmetic is that of {@code explore.advice}.
 * Start at {@link io.headroom.session.advice.AdviceSession}.
 */
package io.headroom.session.advice;
