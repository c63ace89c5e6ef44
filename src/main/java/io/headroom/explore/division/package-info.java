/**
 * Who holds what: modules of every stage and GPU, how even they are, and the map of ranks with the links they cross.
 * Plain records for tables and pictures; bytes come from the estimate, groups from its layout.
 * Start at {@link io.headroom.explore.division.ModuleDivision} and {@link io.headroom.explore.division.RankMap}.
 */
package io.headroom.explore.division;
