package io.headroom.check.audit.relate;

import io.headroom.catalog.ModelSpec;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Open;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Relation.Kind;
import io.headroom.estimate.layout.Groups;
import io.headroom.format.Dimension;
import io.headroom.plan.Parallelism;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is counted: GPUs {@code W * p * r}, heads {@code h / t}, layers {@code L / p}, experts {@code E / e}, expert modules
 * {@code MoE layers * E}; FLOP of a token {@code 2 * active parameters}; and scores, whose overall score is their mean.
 */
final class CountRelations {

    private static final String OVERALL = Measure.QUALITY + "overall";

    private final Statements statements;
    private final List<Relation> found;

    CountRelations(Statements statements, List<Relation> found) {
        this.statements = statements;
        this.found = found;
    }

    void find() {
        Parallelism p = statements.plan().parallelism();
        ModelSpec model = statements.plan().model();
        if (statements.knows(Open.LAYOUT)) {
            statements.groups().ifPresent(this::gpus);
            quotient("heads.perGpu", "heads", model.shape().attention().heads(), "TP ranks", p.tensor());
            boolean isEven = model.layers() % p.pipeline() == 0 && p.layersPerStage().isEmpty();
            if (isEven) {
                quotient("layers.perStage", "layers", model.layers(), "stages", p.pipeline());
            }
            if (model.isMoe()) {
                quotient("experts.perGpu", "experts", model.shape().moe().experts(), "EP ranks", p.expert());
            }
        }
        if (model.isMoe()) {
            relate(Kind.PRODUCT, Measure.EXPERT_MODULES, Constants.of("MoE layers", moeLayers(model)),
                    Constants.of("experts of a layer", model.shape().moe().experts()));
        }
        if (statements.knows(Open.ACTIVE_PARAMETERS)) {
            relate(Kind.PRODUCT, Measure.FLOP_PER_TOKEN, Constants.of("FLOP", 2),
                    Constants.of("active parameters", model.parameters().active(), Dimension.PARAMETERS));
        }
        scores();
    }

    private static int moeLayers(ModelSpec model) {
        return (int) IntStream.range(0, model.layers()).filter(model.shape().moe()::isMoeLayer).count();
    }

    private void gpus(Groups groups) {
        relate(Kind.PRODUCT, "gpus", Constants.of("GPUs of a stage", groups.stageGpus()),
                Constants.of("stages", statements.plan().parallelism().pipeline()),
                Constants.of("replicas", statements.plan().parallelism().data()));
    }

    private void quotient(String metric, String all, double count, String degree, int parts) {
        relate(Kind.QUOTIENT, metric, Constants.of(all, count), Constants.of(degree, parts));
    }

    private void relate(Kind kind, String metric, Claim... operands) {
        statements.all(metric).forEach(result -> found.add(new Relation(kind, result, List.of(operands))));
    }

    private void scores() {
        List<Claim> parts = statements.claims().stream().filter(claim -> claim.metric().startsWith(Measure.QUALITY)
                && !claim.metric().equals(OVERALL)).toList();
        boolean isTable = parts.size() > 1 && parts.stream().map(Claim::metric).distinct().count() == parts.size();
        if (isTable) {
            relate(Kind.MEAN, OVERALL, parts.toArray(Claim[]::new));
        }
    }
}
