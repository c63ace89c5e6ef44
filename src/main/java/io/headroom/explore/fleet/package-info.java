/**
 * Fleet questions: the fewest GPUs and the least cost that carry several models and demands on accelerators of several types.
 * The command line asks; replicas come from the exact search over layouts, their numbers from an integer programme.
 * Start at {@link io.headroom.explore.fleet.FleetPlan}.
 */
package io.headroom.explore.fleet;
