package io.headroom.check.legal.rule;

import static io.headroom.check.legal.Degree.CONTEXT;
import static io.headroom.check.legal.Degree.EXPERT;
import static io.headroom.check.legal.Degree.PIPELINE;
import static io.headroom.check.legal.Degree.TENSOR;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.List;
import java.util.Set;

/** Rules of the hardware: its figures must be known, its links fast enough, its formats supported. */
final class HardwareRules {

    static final List<Rule> ALL = List.of(
            new Rule("hardware.figures", "the catalogue", Set.of(), HardwareRules::figuresAreKnown),
            new Rule("hardware.links", "the catalogue", Set.of(TENSOR, PIPELINE, EXPERT, CONTEXT),
                    HardwareRules::linkIsKnown),
            new Rule("tensor.node", "Megatron-LM: keep tensor parallelism inside a node", Set.of(TENSOR),
                    HardwareRules::tensorInsideNode),
            new Rule("precision.hardware", "the makers' data sheets", Set.of(), HardwareRules::formatsAreSupported));

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    private HardwareRules() {
    }

    private static void figuresAreKnown(Plan plan, Findings out) {
        GpuSpec gpu = plan.hardware().gpu();
        for (String key : gpu.missingFigures()) {
            out.error("The catalogue entry of " + gpu.name() + " gives no " + key + "; an estimate needs it. State it "
                    + "in an inline GPU based on \"" + gpu.id() + "\".");
        }
    }

    private static void linkIsKnown(Plan plan, Findings out) {
        Parallelism p = plan.parallelism();
        boolean isAlone = p.tensor() == 1 && p.context() == 1 && p.expert() == 1 && p.pipeline() == 1;
        if (!isAlone && Double.isNaN(plan.hardware().intraNodeBytesPerSecond())) {
            out.error("The catalogue entry of " + plan.hardware().gpu().name() + " gives no intraNodeBytesPerSecond; "
                    + "a replica of several GPUs needs it. State hardware.intraNodeBytesPerSecond.");
        }
    }

    private static void tensorInsideNode(Plan plan, Findings out) {
        int tp = plan.parallelism().tensor();
        Hardware hardware = plan.hardware();
        int node = hardware.gpusPerNode();
        if (tp > node) {
            out.warning("TP " + tp + " crosses nodes of " + node + " GPUs: its all-reduces run at "
                    + bandwidth(hardware.interNodeBytesPerSecond()) + " a GPU instead of "
                    + bandwidth(hardware.intraNodeBytesPerSecond()) + ".");
        } else if (tp > 1) {
            out.holds(() -> "TP " + tp + " stays inside a node of " + node + " GPUs, at "
                    + bandwidth(hardware.intraNodeBytesPerSecond()) + " a GPU.");
        }
    }

    private static void formatsAreSupported(Plan plan, Findings out) {
        Precision precision = plan.precision();
        NumberFormat weights = precision.weights();
        NumberFormat experts = plan.model().isMoe() ? precision.experts() : weights;
        isSupported(plan.hardware(), weights, "Weights", "compute", out);
        if (weights != experts) {
            isSupported(plan.hardware(), experts, "Experts", "compute", out);
        }
        isSupported(plan.hardware(), precision.activations(), "Activations", "compute attention", out);
    }

    private static void isSupported(Hardware hardware, NumberFormat stored, String what, String verb, Findings out) {
        NumberFormat wanted = hardware.wantedFormat(stored);
        NumberFormat used = hardware.computeFormat(stored);
        if (wanted != used) {
            out.warning(what + " in " + stored + " " + verb + " in " + used + " on " + hardware.gpu().name()
                    + ", which has no " + wanted + " peak: memory is saved, arithmetic is not.");
        } else {
            out.holds(() -> what + " in " + stored + ": " + hardware.gpu().name() + " computes " + used + " at "
                    + FORMAT.text(hardware.peakFlops(stored), Dimension.FLOP_PER_SECOND) + ".");
        }
    }

    private static String bandwidth(double bytesPerSecond) {
        return FORMAT.text(bytesPerSecond, Dimension.BYTES_PER_SECOND);
    }
}
