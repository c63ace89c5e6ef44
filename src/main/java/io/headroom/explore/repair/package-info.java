/**
 * What is wrong with a plan or more than it needs, and the smallest single edits that would mend it, each evaluated.
 * Worked out when somebody looks, on any thread; the judge of a moving slider does not ask.
 * Start at {@link io.headroom.explore.repair.Repairs}.
 */
package io.headroom.explore.repair;
