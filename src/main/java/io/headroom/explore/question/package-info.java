/**
 * Reverse questions: the largest, longest, fewest, lowest and highest with which a plan still passes, exactly.
 * Answers come from searches that prove what they skip; the estimator is the only arithmetic.
 * Start at {@link io.headroom.explore.question.Questions} and {@link io.headroom.explore.question.Shortfall}.
 */
package io.headroom.explore.question;
