package io.headroom.report.write;

import io.headroom.check.MetricBand;
import io.headroom.explore.input.Assumption;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.explore.launch.Launch;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** What was decided, what is assumed, and who says so; and how all that would be started. */
final class InputsPart {

    private static final List<String> HEAD = List.of("Input", "Value", "Source");
    private static final String PLAN = "this plan";

    private final Plan plan;
    private final Formatter format;
    private final List<List<String>> rows = new ArrayList<>();

    private InputsPart(ReportContent report) {
        plan = report.judgement().plan();
        format = report.format();
    }

    static void write(ReportContent report, Blocks blocks) {
        InputsPart part = new InputsPart(report);
        part.decided();
        blocks.heading(2, "Inputs");
        blocks.table(HEAD, part.rows, Blocks.columns(1, 1), "inputs");
        part.rows.clear();
        part.assumed();
        blocks.heading(2, "Assumptions");
        blocks.paragraph(part.profile());
        blocks.table(List.of("Assumption", "Value", "Source"), part.rows, Blocks.columns(1, 1), "inputs");
    }

    /** The commands that would start the plan, to try; nothing where no flags are known. */
    static void launch(ReportContent report, Blocks blocks) {
        List<Launch> launches = Launch.of(report.judgement().plan());
        if (!launches.isEmpty()) {
            blocks.heading(2, "Launch flags, to try");
            launches.forEach(launch -> blocks.code("sh", launch.text()));
        }
    }

    private void decided() {
        row("Model", plan.model().name(), plan.modelJson() == null ? plan.model().provenance().source() : PLAN);
        for (Input input : Inputs.WORKLOAD) {
            row(input);
        }
        for (Input input : Inputs.PARALLELISM) {
            row(input);
        }
        row("Sequence parallel", plan.parallelism().sequence() ? "on" : "off", PLAN);
        row("Weights in", plan.precision().weights().toString(), PLAN);
        row("Experts in", plan.precision().experts().toString(), PLAN);
        row("KV cache in", plan.precision().kvCache().toString(), PLAN);
        row("Activations in", plan.precision().activations().toString(), PLAN);
        hardware(plan.hardware());
    }

    private void hardware(Hardware h) {
        row("GPU", h.gpu().name(), h.gpu().provenance().source());
        row("Memory of a GPU", format.text(h.gpu().hbmBytes(), Dimension.BYTES), of("hbmBytes"));
        row("Memory bandwidth", format.text(h.gpu().hbmBytesPerSecond(), Dimension.BYTES_PER_SECOND),
                of("hbmBytesPerSecond"));
        h.gpu().peakFlops().forEach((number, flops) -> row("Dense peak in " + number.key(),
                format.text(flops, Dimension.FLOP_PER_SECOND), of("peakFlops")));
        row("GPUs of a node", format.text(h.gpusPerNode(), Dimension.COUNT), of("gpusPerNode"));
        row("Link inside a node", format.text(h.intraNodeBytesPerSecond(), Dimension.BYTES_PER_SECOND),
                of("intraNodeBytesPerSecond"));
        row("Link between nodes", format.text(h.interNodeBytesPerSecond(), Dimension.BYTES_PER_SECOND),
                of("interNodeBytesPerSecond"));
        if (Double.isFinite(h.pricePerGpuHour())) {
            row("Price of a GPU", format.text(h.pricePerGpuHour(), Dimension.DOLLARS_PER_HOUR), h.priceBasis());
        }
    }

    private String of(String key) {
        return plan.hardware().gpu().provenance().of(key);
    }

    private String profile() {
        Assumptions a = plan.assumptions();
        return "Profile " + a.profile().id() + (a.engine() == null ? "" : " for " + a.engine()) + ". "
                + a.profile().note() + (a.isValidated() ? " Behind a time or a rate stands " + MetricBand.meaning(a) + "."
                        : " No bands are earned.")
                + " Its source: " + a.profile().source();
    }

    private void assumed() {
        String profile = "profile " + plan.assumptions().profile().id();
        for (Assumption assumption : Inputs.ASSUMPTIONS) {
            Input input = assumption.input();
            row(input.label(), input.text(input.valueIn(plan), format),
                    assumption.isOverriddenIn(plan) ? PLAN : profile);
        }
    }

    private void row(Input input) {
        row(input.label(), input.text(input.valueIn(plan), format), PLAN);
    }

    private void row(String name, String value, String source) {
        rows.add(List.of(name, value, source));
    }
}
