/**
 * Where the program starts and where its parts are put together, by hand and in one place.
 * Nobody may use it; it knows everybody.
 * Start at {@link io.headroom.Main}.
 */
package io.headroom;
