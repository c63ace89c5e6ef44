package io.headroom.check.audit;

/**
 * Something with numbers in it that was not understood.
 *
 * @param line line of the text, from 1
 * @param text what it says
 * @param reason why it was not understood
 */
public record Unread(int line, String text, String reason) {
}
