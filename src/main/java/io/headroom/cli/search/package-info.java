/**
 * The commands that search and sample: their arguments, the threads they lend and what they print, for people and as JSON.
 * Only the command line may use it; it knows the core and what commands share.
 * Start at {@link io.headroom.cli.search.SearchCommand}.
 */
package io.headroom.cli.search;
