/**
 * The sweep over the catalogue: every model on every accelerator at every number of GPUs, divided into shards.
 * The command line asks for one part after the other, each a search of its own, and puts shards together again.
 * Start at {@link io.headroom.explore.sweep.Sweep} and {@link io.headroom.explore.sweep.Shards}.
 */
package io.headroom.explore.sweep;
