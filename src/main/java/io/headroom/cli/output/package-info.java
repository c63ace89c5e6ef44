/**
 * How judgements and simulations are printed: text for people, JSON for programs, and the two streams they go to.
 * Only the command line uses it; it knows checks, estimates, exploration, JSON and numbers as text.
 * Start at {@link io.headroom.cli.output.EvaluationText} and {@link io.headroom.cli.output.EvaluationJson}.
 */
package io.headroom.cli.output;
