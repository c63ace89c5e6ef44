/**
 * Compares the estimator with an independent program, number by number.
 * Only the build uses it.
 * Start at {@link io.headroom.golden.GoldenReferenceTest}.
 */
package io.headroom.golden;
