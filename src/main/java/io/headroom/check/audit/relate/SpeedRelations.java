package io.headroom.check.audit.relate;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Open;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Relation.Kind;
import io.headroom.estimate.layout.Groups;
import io.headroom.format.Dimension;
import java.util.List;

/**
 * Speeds: {@code tokens per GPU * GPUs = tokens} of a replica and of the system; the work of a prompt over the GPUs of
 * a replica, and the time that it takes a GPU at peak at least; {@code batch / decode step} as the most tokens a second.
 */
final class SpeedRelations {

    private static final String TOKENS = "throughput.outputTokens";
    private static final String WORK = "prefill.flops.perGpu";
    private static final List<String> TTFT = List.of("ttft.alone", "ttft.burst.first", "ttft.burst.mean",
            "ttft.burst.last", "ttft.steady");

    private final Statements statements;
    private final List<Relation> found;

    SpeedRelations(Statements statements, List<Relation> found) {
        this.statements = statements;
        this.found = found;
    }

    void find() {
        statements.groups().ifPresent(this::throughput);
        statements.groups().ifPresent(this::work);
        waiting();
        steps();
    }

    private void throughput(Groups groups) {
        statements.first(TOKENS + ".perGpu").ifPresent(perGpu -> {
            product(TOKENS, perGpu, "GPUs", groups.gpus());
            if (statements.knows(Open.LAYOUT)) {
                product(TOKENS + ".perReplica", perGpu, "GPUs of a replica", groups.replicaGpus());
            }
        });
    }

    private void product(String metric, Claim perGpu, String name, double gpus) {
        statements.all(metric).forEach(total -> found.add(
                new Relation(Kind.PRODUCT, total, List.of(perGpu, Constants.of(name, gpus)))));
    }

    private void work(Groups groups) {
        if (statements.knows(Open.LAYOUT)) {
            statements.first("prefill.flops").ifPresent(all -> statements.all(WORK).forEach(share -> found.add(
                    new Relation(Kind.QUOTIENT, share,
                            List.of(all, Constants.of("GPUs of a replica", groups.replicaGpus()))))));
        }
    }

    private void waiting() {
        double peak = statements.plan().hardware().gpu().peakFlops().values().stream().mapToDouble(Double::doubleValue)
                .max().orElse(Double.NaN);
        if (statements.knows(Open.HARDWARE) && peak > 0) {
            Claim speed = Constants.of("peak of a GPU", peak, Dimension.FLOP_PER_SECOND);
            statements.first(WORK).ifPresent(share -> TTFT.forEach(metric -> statements.all(metric).forEach(
                    time -> found.add(new Relation(Kind.TIME_OF_WORK, time, List.of(share, speed))))));
        }
    }

    private void steps() {
        if (statements.knows(Open.BATCH)) {
            Claim batch = Constants.of("requests at once", statements.plan().workload().concurrentRequests());
            statements.first("decode.step").ifPresent(step -> statements.all(TOKENS).forEach(tokens -> found.add(
                    new Relation(Kind.RATE_OF_WORK, tokens, List.of(batch, step)))));
        }
    }
}
