/**
 * A long random use of the real window, not part of the tests. It is started by hand, with a seed and a number of actions.
 * What it found and what it measured is in the page on benchmarks.
 */
package io.headroom.soak;
