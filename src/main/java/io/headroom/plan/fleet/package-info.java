/**
 * A fleet: accelerators that are there or can be had, and the demands that they must carry together.
 * The file format reads one, the fleet questions answer it; like a plan it knows no arithmetic.
 * Start at {@link io.headroom.plan.fleet.Fleet}.
 */
package io.headroom.plan.fleet;
