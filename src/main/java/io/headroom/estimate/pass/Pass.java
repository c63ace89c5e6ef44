package io.headroom.estimate.pass;

import io.headroom.catalog.ModelSpec.SlidingWindow;

/**
 * One run of the model over some tokens of some sequences; with a decode pass, chunks of prompts may ride along, as
 * chunked prefill mixes them (Sarathi; vLLM V1).
 *
 * @param isPrefill whether prompts are read; else one token is added to each sequence
 * @param sequences n, sequences of an attention rank
 * @param tokens q, tokens that each sequence adds
 * @param context x, tokens at which each sequence ends
 * @param groupTokens N, tokens that the experts of a stage see, those of riding prompts among them
 * @param endingPrompts sequences whose prompt ends here and which need logits, riding prompts among them
 * @param riding prompts that ride along, a prefill pass of their own for attention; null where none do
 */
public record Pass(boolean isPrefill, double sequences, double tokens, double context, double groupTokens,
        double endingPrompts, Pass riding) {

    /** A pass of its own. */
    public Pass(boolean isPrefill, double sequences, double tokens, double context, double groupTokens,
            double endingPrompts) {
        this(isPrefill, sequences, tokens, context, groupTokens, endingPrompts, null);
    }

    /** The decode pass {@code decode} with the prompts of {@code riding}. */
    public static Pass mixed(Pass decode, Pass riding) {
        return new Pass(false, decode.sequences, decode.tokens, decode.context,
                decode.groupTokens + riding.groupTokens, decode.endingPrompts + riding.endingPrompts, riding);
    }

    /** Tokens of its own sequences, n*q. */
    double ownTokens() {
        return sequences * tokens;
    }

    /** Tokens of all sequences: the rows of a GEMM. */
    double allTokens() {
        return riding == null ? ownTokens() : ownTokens() + riding.ownTokens();
    }

    /** All sequences. */
    double allSequences() {
        return riding == null ? sequences : sequences + riding.sequences;
    }

    /** Tokens seen by a query on a full layer: the mean position, x - (q-1)/2. */
    double seen() {
        return context - (tokens - 1) / 2;
    }

    /**
     * Tokens seen by a query on a sliding layer: the mean of min(position, window). With l = x - q: x up to w like a
     * full layer; l from w on: w; else, with u = w - l, (u*(l+1+w)/2 + (q-u)*w)/q.
     */
    double seen(SlidingWindow sliding) {
        double w = sliding.windowTokens();
        double before = context - tokens;
        if (context <= w) {
            return seen();
        }
        if (before >= w) {
            return w;
        }
        double rising = w - before;
        return (rising * (before + 1 + w) / 2 + (tokens - rising) * w) / tokens;
    }
}
