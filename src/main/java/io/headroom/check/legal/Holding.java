package io.headroom.check.legal;

/**
 * A rule that a plan keeps, and why.
 *
 * @param rule id of the rule
 * @param text a sentence with its arithmetic
 * @param source who asks for it
 */
public record Holding(String rule, String text, String source) {
}
