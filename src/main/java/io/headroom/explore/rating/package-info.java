/**
 * How good each parallel choice of a plan is, in words, by what its neighbours would do.
 * A rating is computed from estimates of the plan with one notch less and one more; no rule of thumb enters.
 * Start at {@link io.headroom.explore.rating.Ratings}.
 */
package io.headroom.explore.rating;
