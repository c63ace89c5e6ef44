/**
 * How a number opens down to its inputs: the trace that the arithmetic writes and the terms it makes.
 * The other packages of the estimate write it; checks, reports and the window read it.
 * Start at {@link io.headroom.estimate.explain.Term}.
 */
package io.headroom.estimate.explain;
