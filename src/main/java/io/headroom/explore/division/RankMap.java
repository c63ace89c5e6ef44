package io.headroom.explore.division;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.layout.Groups;
import io.headroom.estimate.memory.StageMemory;
import io.headroom.explore.division.RankGroup.Kind;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import java.util.ArrayList;
import java.util.List;

/**
 * Every GPU of a deployment, what it holds and the links that its groups cross. Ranks are numbered as in the formulas,
 * fastest first: TP, CP, attention-DP, PP, DP; expert-TP and EP number the same GPUs of a stage again. Ranks are worked
 * out one by one, so that a map of thousands costs nothing until it is drawn.
 *
 * <p>A group of q GPUs at stride s lies inside a node of G where {@code q*s <= G}; stages s and s+1 exchange inside a
 * node where {@code floor(s*W/G) = floor(((s+2)*W-1)/G)}. Source: Formulas, section 2.
 */
public final class RankMap {

    private final Parallelism degrees;
    private final Groups groups;
    private final int gpusPerNode;
    private final StageMemory[] stages;
    private final double usableBytes;
    private final List<RankGroup> links;

    private RankMap(Estimate estimate) {
        this.degrees = estimate.plan().parallelism();
        this.groups = estimate.groups();
        Hardware hardware = estimate.plan().hardware();
        this.gpusPerNode = hardware.gpusPerNode();
        this.stages = estimate.memory().stages();
        this.usableBytes = estimate.memory().usableBytes();
        this.links = links(hardware);
    }

    /** The map of {@code estimate}'s plan. */
    public static RankMap of(Estimate estimate) {
        return new RankMap(estimate);
    }

    /** GPUs of the deployment. */
    public long size() {
        return groups.gpus();
    }

    /** Nodes that they fill, the last perhaps not wholly. */
    public long nodes() {
        return (size() + gpusPerNode - 1) / gpusPerNode;
    }

    /** GPUs of a node. */
    public int gpusPerNode() {
        return gpusPerNode;
    }

    /** GPUs of one stage of one replica. */
    public int stageGpus() {
        return groups.stageGpus();
    }

    /** Stages of a replica. */
    public int stages() {
        return stages.length;
    }

    /** Replicas, laid out one behind the other. */
    public int replicas() {
        return degrees.data();
    }

    /** What a GPU of {@code stage} holds, over what it may. */
    public double filled(int stage) {
        return stages[stage].total() / usableBytes;
    }

    /** Whether {@code stage} of the first replica and the next one exchange over the links between nodes. */
    public boolean crossesNodes(int stage) {
        int w = groups.stageGpus();
        return (long) stage * w / gpusPerNode != ((stage + 2L) * w - 1) / gpusPerNode;
    }

    /** The groups by kind; only those of more than one GPU. */
    public List<RankGroup> groups() {
        return links;
    }

    /**
     * The GPU of a number.
     *
     * @throws IndexOutOfBoundsException where there is no such GPU
     */
    public Rank rank(long number) {
        if (number < 0 || number >= size()) {
            throw new IndexOutOfBoundsException("rank " + number + " of " + size());
        }
        int w = groups.stageGpus();
        int inStage = (int) (number % w);
        int attention = degrees.tensor() * degrees.context();
        return new Rank(number, number / gpusPerNode, inStage % degrees.tensor(),
                inStage / degrees.tensor() % degrees.context(), inStage / attention,
                inStage / groups.expertTensor(), inStage % groups.expertTensor(),
                (int) (number / w % degrees.pipeline()), (int) (number / groups.replicaGpus()));
    }

    /** What that GPU holds: all GPUs of a stage hold as much. */
    public StageMemory memory(Rank rank) {
        return stages[rank.stage()];
    }

    private List<RankGroup> links(Hardware hardware) {
        List<RankGroup> list = new ArrayList<>();
        add(list, hardware, Kind.TENSOR, degrees.tensor(), 1);
        add(list, hardware, Kind.CONTEXT, degrees.context(), degrees.tensor());
        add(list, hardware, Kind.EXPERT, degrees.expert(), groups.expertTensor());
        if (degrees.pipeline() > 1) {
            list.add(pipeline(hardware));
        }
        if (degrees.data() > 1) {
            list.add(new RankGroup(Kind.DATA, degrees.data(), groups.replicaGpus(), true, Double.NaN,
                    "replicas do not talk to each other"));
        }
        return List.copyOf(list);
    }

    private void add(List<RankGroup> list, Hardware hardware, Kind kind, int size, long stride) {
        if (size > 1) {
            boolean isInside = size * stride <= gpusPerNode;
            list.add(new RankGroup(kind, size, stride, isInside, bandwidth(hardware, isInside),
                    kind.label() + " " + size + " × stride " + stride + " = " + size * stride
                            + (isInside ? " ≤ " : " > ") + gpusPerNode + " GPUs of a node"));
        }
    }

    private RankGroup pipeline(Hardware hardware) {
        int w = groups.stageGpus();
        int crossing = 0;
        for (int s = 0; s < degrees.pipeline() - 1; s++) {
            crossing += crossesNodes(s) ? 1 : 0;
        }
        boolean isInside = crossing == 0;
        return new RankGroup(Kind.PIPELINE, degrees.pipeline(), w, isInside, bandwidth(hardware, isInside),
                crossing + " of " + (degrees.pipeline() - 1) + " exchanges between stages of " + w
                        + " GPUs cross nodes of " + gpusPerNode);
    }

    private static double bandwidth(Hardware hardware, boolean isInside) {
        return isInside ? hardware.intraNodeBytesPerSecond() : hardware.interNodeBytesPerSecond();
    }
}
