/**
 * The commands that sweep the catalogue and put the parts of a sweep together, and the CSV file they write and read.
 * The command line adds them; files are put in place whole or not at all by the disk of the plan file.
 * Start at {@link io.headroom.cli.sweep.SweepCommand} and {@link io.headroom.cli.sweep.MergeCommand}.
 */
package io.headroom.cli.sweep;
