/**
 * Whether what a text says of a plan can be true: every claim beside the text's own arithmetic, what the plan gives and
 * what physics allows. The reader of texts and the command line use it; it knows plans, estimates and numbers as text.
 * Start at {@link io.headroom.check.audit.ClaimedReport}, and {@code Audit} for what is made of it.
 */
package io.headroom.check.audit;
