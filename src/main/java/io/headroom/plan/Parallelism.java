package io.headroom.plan;

import java.util.List;

/**
 * The degrees by which a deployment is split. They are not simply multiplied: see {@code estimate.Groups}.
 *
 * @param tensor tensor parallel degree t (TP), 1 to 65536
 * @param pipeline pipeline stages p (PP)
 * @param data whole replicas r (DP)
 * @param expert expert parallel degree e (EP), over the GPUs of one stage
 * @param context context parallel degree c (CP)
 * @param sequence Megatron sequence parallelism (SP): shares TP's group and adds no GPU
 * @param layersPerStage layers of each stage; empty = balanced, the first stages get one more
 */
public record Parallelism(int tensor, int pipeline, int data, int expert, int context, boolean sequence,
        List<Integer> layersPerStage) {

    /** One GPU. */
    public static final Parallelism SINGLE = new Parallelism(1, 1, 1, 1, 1, false, List.of());

    public Parallelism {
        layersPerStage = List.copyOf(layersPerStage);
    }

    /** With another TP degree. */
    public Parallelism withTensor(int value) {
        return new Parallelism(value, pipeline, data, expert, context, sequence, layersPerStage);
    }

    /** With another number of stages; a stage list of another length no longer applies and is dropped. */
    public Parallelism withPipeline(int value) {
        return new Parallelism(tensor, value, data, expert, context, sequence,
                layersPerStage.size() == value ? layersPerStage : List.of());
    }

    /** With another number of replicas. */
    public Parallelism withData(int value) {
        return new Parallelism(tensor, pipeline, value, expert, context, sequence, layersPerStage);
    }

    /** With another EP degree. */
    public Parallelism withExpert(int value) {
        return new Parallelism(tensor, pipeline, data, value, context, sequence, layersPerStage);
    }

    /** With another CP degree. */
    public Parallelism withContext(int value) {
        return new Parallelism(tensor, pipeline, data, expert, value, sequence, layersPerStage);
    }

    /** With sequence parallelism on or off. */
    public Parallelism withSequence(boolean value) {
        return new Parallelism(tensor, pipeline, data, expert, context, value, layersPerStage);
    }

    /** With other layers per stage. */
    public Parallelism withLayersPerStage(List<Integer> value) {
        return new Parallelism(tensor, pipeline, data, expert, context, sequence, value);
    }
}
