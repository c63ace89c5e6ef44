/**
 * The state of the window: the review that is open, the plan on screen, its judgement, the history and the settings.
 * The window uses it; it knows no scene graph, only observable values, and everything below it.
 * Start at {@link io.headroom.session.PlanSession}.
 */
package io.headroom.session;
