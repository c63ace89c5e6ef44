package io.headroom.explore.division;

/**
 * The groups of one kind: which GPUs talk to each other, and over what.
 *
 * @param kind TP, CP, EP, PP or DP
 * @param size GPUs of one group
 * @param stride ranks between neighbours in it
 * @param isInside whether every such group lies inside a node
 * @param bytesPerSecond bandwidth of the slowest link that it crosses, per GPU and direction; NaN where it never talks
 * @param reason the arithmetic by which it does or does not
 */
public record RankGroup(Kind kind, int size, long stride, boolean isInside, double bytesPerSecond, String reason) {

    /** What a group is for. */
    public enum Kind {
        TENSOR("TP"), CONTEXT("CP"), EXPERT("EP"), PIPELINE("PP"), DATA("DP");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Its name. */
        public String label() {
            return label;
        }
    }
}
