/**
 * What views show of a judgement, as plain numbers: free shares, differences to the baseline, times by stage and part.
 * Views use it so that they need no arithmetic of their own; it knows judgements and estimates.
 * Start at {@link io.headroom.session.figures.Reached}.
 */
package io.headroom.session.figures;
