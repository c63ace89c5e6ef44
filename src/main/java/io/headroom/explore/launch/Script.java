package io.headroom.explore.launch;

import io.headroom.catalog.NumberFormat;
import io.headroom.estimate.layout.Groups;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What an engine is asked to do, in counts, and the lines that are written of it. */
final class Script {

    private static final String NEXT_LINE = " \\\n  ";

    private final Plan plan;
    private final Engine engine;
    private final Groups groups;
    private final List<String> before = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Script(Plan plan, Engine engine) {
        this.plan = plan;
        this.engine = engine;
        this.groups = Groups.of(plan.parallelism());
    }

    Parallelism degrees() {
        return plan.parallelism();
    }

    boolean isMoe() {
        return plan.model().isMoe();
    }

    /** How the degrees share the GPUs of one replica. */
    Groups groups() {
        return groups;
    }

    /** Adds what asks for a KV cache in FP8 by {@code add}; says so where its format is another one that has no flag. */
    void kvCache(Consumer<String> add, String fp8) {
        NumberFormat format = plan.precision().kvCache();
        if (format == NumberFormat.FP8) {
            add.accept(fp8);
        } else if (format != NumberFormat.BF16 && format != NumberFormat.FP16) {
            remark("A KV cache in " + format + " is not among these flags.");
        }
    }

    /** Share of HBM that may be filled. */
    double usableMemory() {
        return plan.assumptions().constants().usableMemoryFraction();
    }

    /** Tokens of one pass of an attention rank at most. */
    int passTokens() {
        return plan.workload().maxBatchedTokens();
    }

    /** Tokens of the longest request: the longest prompt and what it is answered. */
    long requestTokens() {
        Workload w = plan.workload();
        int prompt = w.inputRange() == null ? w.inputTokens() : Math.max(w.inputTokens(), w.inputRange().max());
        return (long) prompt + w.outputTokens();
    }

    /** Sequences of one replica at once: what its scheduler admits, or its part of all requests. */
    int replicaSequences() {
        Workload w = plan.workload();
        return w.maxConcurrentSequences() > 0 ? w.maxConcurrentSequences()
                : Math.ceilDiv(w.concurrentRequests(), plan.parallelism().data());
    }

    /** Sequences of one attention rank at once. */
    int rankSequences() {
        return Math.ceilDiv(replicaSequences(), groups.attentionData());
    }

    /** Layers of each stage, "24,23,23,24"; empty where they are balanced. */
    String layersPerStage() {
        return plan.parallelism().layersPerStage().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** A line of its own before the command. */
    void before(String line) {
        before.add(line);
    }

    /** The command, or a part of it as it stands. */
    void part(String text) {
        parts.add(text);
    }

    void flag(String name, long value) {
        parts.add(name + " " + value);
    }

    /** The same where {@code value} is not what engines do without it. */
    void degree(String name, long value) {
        if (value > 1) {
            flag(name, value);
        }
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    /** Says that each replica is started apart, where there are several. */
    void replicasApart() {
        if (degrees().data() > 1) {
            remark("Start " + degrees().data() + " of these, one a replica, behind something that shares out the requests.");
        }
    }

    String text() {
        if (groups.replicaGpus() > plan.hardware().gpusPerNode()) {
            remark("A replica has " + groups.replicaGpus() + " GPUs, a node " + plan.hardware().gpusPerNode()
                    + ": the nodes and their addresses are to be told too.");
        }
        if (degrees().sequence()) {
            remark("Sequence parallelism is not among these flags.");
        }
        List<String> lines = new ArrayList<>(List.of(
                comment("To try, not a promise: plan " + plan.name() + " on " + engine.label()
                        + ". Flags differ from version to version."),
                comment("MODEL: a checkpoint of " + plan.model().name() + ", " + weights() + ".")));
        lines.addAll(before);
        lines.add(String.join(NEXT_LINE, parts));
        remarks.forEach(sentence -> lines.add(comment(sentence)));
        return String.join("\n", lines) + "\n";
    }

    private String weights() {
        NumberFormat dense = plan.precision().weights();
        NumberFormat experts = plan.precision().experts();
        return "weights in " + dense.key() + (plan.model().isMoe() && experts != dense ? ", experts in " + experts.key() : "");
    }

    // what people wrote must not end its comment
    private static String comment(String text) {
        return "# " + text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
