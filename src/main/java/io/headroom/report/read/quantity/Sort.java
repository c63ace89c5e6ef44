package io.headroom.report.read.quantity;

/** What a written number can be a number of, as far as its own spelling says. */
public enum Sort {
    /** No unit: what it counts is for its surroundings to say. */
    NUMBER,
    /** "4x", "8.33×", "2:1". */
    TIMES,
    PERCENT,
    BYTES,
    BANDWIDTH,
    SECONDS,
    TOKENS,
    TOKEN_RATE,
    /** Tokens a day: a demand rather than a speed. */
    TOKENS_A_DAY,
    REQUESTS,
    REQUEST_RATE,
    PARAMETERS,
    /** "TFLOPs" with nothing behind: work or speed. */
    FLOP,
    FLOP_RATE,
    FLOP_PER_TOKEN,
    MONEY,
    MONEY_PER_HOUR,
    MONEY_PER_DAY,
    MONEY_PER_YEAR,
    MONEY_PER_TOKENS,
    GPUS,
    LAYERS,
    HEADS,
    EXPERTS,
    MODULES,
    STAGES,
    /** "4-way". */
    WAYS,
    BITS,
    WATTS,
    /** A count of something the audit has no use for: nodes, prompts, steps. */
    THINGS
}
