/**
 * The search for layouts around the plan on screen: what is asked, what was found, and a found plan taken into the review.
 * The view of layouts asks and listens; the arithmetic is that of {@code explore.search} and {@code explore.alternative}.
 * Start at {@link io.headroom.session.search.SearchSession}.
 */
package io.headroom.session.search;
