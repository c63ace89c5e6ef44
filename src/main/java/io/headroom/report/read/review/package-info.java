/**
 * Plans from what a report states: model, accelerators, degrees, workload, limits and figures, and a list of what it
 * leaves open and what was assumed in its place.
 * It knows the catalogue and plans, not how reports are written.
 * Start at {@link io.headroom.report.read.review.ReviewBuilder}.
 */
package io.headroom.report.read.review;
