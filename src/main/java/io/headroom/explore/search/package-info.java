/**
 * The whole space of layouts: the best of it by each objective, its Pareto front and why the rest was rejected, exactly.
 * Command line and window ask; it runs on whatever {@link io.headroom.explore.search.Workers} its caller lends it.
 * Start at {@link io.headroom.explore.search.Search} and {@link io.headroom.explore.search.SearchSpace}.
 */
package io.headroom.explore.search;
