package io.headroom.estimate.memory;

/**
 * Memory of one GPU of one pipeline stage, in bytes.
 *
 * @param layers transformer layers of the stage
 * @param weights parameters
 * @param kvCache keys and values of all sequences of the rank, and the state of linear layers
 * @param activations working tensors of one pass
 * @param reserve what the runtime keeps for itself
 * @param total the sum
 */
public record StageMemory(int layers, double weights, double kvCache, double activations, double reserve,
        double total) {
}
