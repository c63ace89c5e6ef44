package io.headroom.explore.simulate;

/** One request on its way through a replica. */
final class Request {

    final double arrivalSeconds;
    final int promptTokens;
    final int outputTokens;
    /** Steps that the replica had begun when it came. */
    long stepsBefore;
    /** When it got its place in the replica. */
    double admittedSeconds;
    /** Prompt tokens read so far. */
    int readTokens;
    /** Time for which its tokens are still between the stages when its pass leaves the first ones to others. */
    double fillSeconds;
    /** When its first token came out. */
    double firstTokenSeconds;
    /** Another request that ends with the same step. */
    Request next;

    Request(double arrivalSeconds, int promptTokens, int outputTokens) {
        this.arrivalSeconds = arrivalSeconds;
        this.promptTokens = promptTokens;
        this.outputTokens = outputTokens;
    }

    int unreadTokens() {
        return promptTokens - readTokens;
    }
}
