package io.headroom.explore.division;

/**
 * One GPU of a deployment by its place in every group.
 *
 * @param rank its number, TP fastest, then CP, attention-DP, PP and DP
 * @param node the node it stands in, by rank
 * @param tensor place in its TP group
 * @param context place in its CP group
 * @param attentionData which attention rank of its stage
 * @param expert place in its EP group
 * @param expertTensor place among the GPUs that share its experts
 * @param stage its stage
 * @param replica its replica
 */
public record Rank(long rank, long node, int tensor, int context, int attentionData, int expert, int expertTensor,
        int stage, int replica) {
}
