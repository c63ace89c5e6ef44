/**
 * How long the program takes to start and how much memory it holds then. Every figure is that of a process of its own. An
 * empty window, started the same way in turns, is what it is compared with.
 */
package io.headroom.bench.start;
