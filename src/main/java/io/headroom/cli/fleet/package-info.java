/**
 * The command that answers fleet questions, and its answers for people and as JSON.
 * The command line adds it; the arithmetic is in the fleet questions of the core.
 * Start at {@link io.headroom.cli.fleet.FleetCommand}.
 */
package io.headroom.cli.fleet;
