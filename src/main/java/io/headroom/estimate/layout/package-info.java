/**
 * A plan resolved into numbers: groups, stages, peaks and links.
 * Only the packages of the estimate use it; checks may ask for groups.
 * Start at {@link io.headroom.estimate.layout.Deployment} and {@link io.headroom.estimate.layout.Groups}.
 */
package io.headroom.estimate.layout;
