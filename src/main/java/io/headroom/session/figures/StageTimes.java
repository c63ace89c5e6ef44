package io.headroom.session.figures;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.pass.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A lone prompt on a GPU of each stage: what the time goes to, and the time that the same FLOP take at peak.
 *
 * @param parts the parts that some stage has, in order
 * @param stages the stages
 * @param peakFlops FLOP/s of the peak
 */
public record StageTimes(List<Part> parts, List<Stage> stages, double peakFlops) {

    /**
     * One stage.
     *
     * @param seconds of each part
     * @param total their sum
     * @param atPeak seconds that its FLOP take at peak
     */
    public record Stage(double[] seconds, double total, double atPeak) {
    }

    /** The stages of {@code estimate}. */
    public static StageTimes of(Estimate estimate) {
        double[] all = estimate.prefill().stageParts();
        double[] flop = estimate.prefill().stageFlop();
        double[] totals = estimate.prefill().stageSeconds();
        int width = all.length / totals.length;
        List<Part> parts = new ArrayList<>();
        for (int p = 0; p < width; p++) {
            boolean isUsed = false;
            for (int s = 0; s < totals.length; s++) {
                isUsed |= all[s * width + p] > 0;
            }
            if (isUsed) {
                parts.add(Part.at(p));
            }
        }
        List<Stage> stages = new ArrayList<>();
        for (int s = 0; s < totals.length; s++) {
            double[] seconds = new double[parts.size()];
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = all[s * width + parts.get(i).ordinal()];
            }
            stages.add(new Stage(seconds, totals[s], flop[s] / estimate.peakFlops()));
        }
        return new StageTimes(List.copyOf(parts), List.copyOf(stages), estimate.peakFlops());
    }
}
