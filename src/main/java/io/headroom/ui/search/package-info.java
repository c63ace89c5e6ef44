/**
 * The view of layouts: numbers of GPUs beside each other, the front, and what the search says of the plan on screen.
 * The main window uses it; questions, answers and words come from {@code session.search}.
 * Start at {@link io.headroom.ui.search.SearchView}.
 */
package io.headroom.ui.search;
