package io.headroom.estimate.layout;

import io.headroom.catalog.LayerKind;
import java.util.Arrays;

/**
 * Which stages of a layout hold and do the same, so that one row of numbers stands for all of them: as many layers of
 * every kind, both first, both last or neither, both sending inside a node or both between nodes.
 */
public final class StageRows {

    private final int stages;
    // null: a row for every stage
    private final int[] rowOf;
    private final int[] stageOf;

    private StageRows(int stages, int[] rowOf, int[] stageOf) {
        this.stages = stages;
        this.rowOf = rowOf;
        this.stageOf = stageOf;
    }

    /** A row for every stage: quicker than comparing them where they are asked for once. */
    public static StageRows each(Deployment x) {
        return new StageRows(x.pipeline(), null, null);
    }

    /** A row for all stages that are alike. */
    public static StageRows alike(Deployment x) {
        int[] rowOf = new int[x.pipeline()];
        int[] stageOf = new int[x.pipeline()];
        int rows = 0;
        for (int s = 0; s < rowOf.length; s++) {
            int row = 0;
            while (row < rows && !areAlike(x, stageOf[row], s)) {
                row++;
            }
            rowOf[s] = row;
            if (row == rows) {
                stageOf[rows++] = s;
            }
        }
        return new StageRows(rowOf.length, rowOf, Arrays.copyOf(stageOf, rows));
    }

    /** Number of rows. */
    public int count() {
        return stageOf == null ? stages : stageOf.length;
    }

    /** Number of stages. */
    public int stages() {
        return stages;
    }

    /** The row of {@code stage}. */
    public int row(int stage) {
        return rowOf == null ? stage : rowOf[stage];
    }

    /** The first stage of {@code row}. */
    public int stage(int row) {
        return rowOf == null ? row : stageOf[row];
    }

    private static boolean areAlike(Deployment x, int a, int b) {
        int last = x.pipeline() - 1;
        if (a == 0 || b == last
                || x.links.stagesAreInside(a, x.groups.stageGpus()) != x.links.stagesAreInside(b, x.groups.stageGpus())) {
            return false;
        }
        for (int kind = 0; kind < LayerKind.COUNT; kind++) {
            if (x.stages.layers(a, kind) != x.stages.layers(b, kind)) {
                return false;
            }
        }
        return true;
    }
}
