package io.headroom.cli.fleet;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.explore.fleet.Deployment;
import io.headroom.explore.fleet.FleetAnswer;
import io.headroom.explore.fleet.FleetPlan;
import io.headroom.explore.fleet.Offer;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonText;
import io.headroom.json.Location;
import io.headroom.plan.Parallelism;
import java.util.List;
import java.util.Locale;

/** What carries a fleet's demands, as JSON in SI units; numbers that are not known are left out. */
final class FleetJson {

    private static final List<Metric> SHOWN = List.of(Metric.REQUESTS, Metric.OUTPUT_TOKENS, Metric.TTFT_STEADY,
            Metric.TPOT_STEADY, Metric.MEMORY_TOTAL, Metric.MEMORY_UTILIZATION);

    private FleetJson() {
    }

    static JsonObject of(FleetPlan plan) {
        JsonObject.Builder answers = JsonObject.builder();
        plan.answers().forEach(answer -> answers.put(answer.objective().id(), answer(plan, answer)));
        return JsonObject.builder().put("name", plan.fleet().name()).put("utilization", plan.fleet().utilization())
                .put("answers", answers.build())
                .put("offers", JsonArray.of(plan.offers().stream().map(FleetJson::offer).toList())).build();
    }

    private static JsonObject answer(FleetPlan plan, FleetAnswer answer) {
        JsonObject.Builder gpus = JsonObject.builder();
        plan.fleet().pools().forEach(pool -> gpus.put(pool.name(), answer.gpus(pool)));
        JsonObject.Builder out = JsonObject.builder()
                .put("outcome", answer.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("gpus", answer.gpus());
        number("costPerHour", answer.costPerHour(), out);
        return out.put("gap", answer.gap()).put("gpusByType", gpus.build())
                .put("deployments", JsonArray.of(answer.deployments().stream().map(FleetJson::deployment).toList()))
                .put("uncarried", JsonArray.of(answer.uncarried().stream()
                        .map(t -> new JsonText(t.name(), Location.NONE)).toList())).build();
    }

    private static JsonObject deployment(Deployment d) {
        JsonObject.Builder out = JsonObject.builder().put("demand", d.traffic().name())
                .put("model", d.traffic().plan().model().id()).put("type", d.pool().name())
                .put("gpu", d.pool().hardware().gpu().id()).put("replicas", d.replicas()).put("gpus", d.gpus());
        number("requestsPerSecond", d.requestsPerSecond(), out);
        number("costPerHour", d.costPerHour(), out);
        return out.put("replica", replica(d.replica())).build();
    }

    private static JsonObject replica(Found found) {
        Estimate estimate = found.estimate();
        Parallelism p = found.plan().parallelism();
        JsonObject.Builder metrics = JsonObject.builder();
        SHOWN.forEach(metric -> number(metric.id(), estimate.get(metric), metrics));
        return JsonObject.builder().put("label", LayoutLabel.of(found.plan())).put("gpus", estimate.groups().gpus())
                .put("parallelism", JsonObject.builder().put("tensor", p.tensor()).put("pipeline", p.pipeline())
                        .put("data", p.data()).put("expert", p.expert()).put("context", p.context())
                        .put("sequence", p.sequence()).build())
                .put("concurrentRequests", found.plan().workload().concurrentRequests())
                .put("metrics", metrics.build()).build();
    }

    private static JsonObject offer(Offer offer) {
        JsonObject.Builder out = JsonObject.builder().put("demand", offer.traffic().name())
                .put("type", offer.pool().name())
                .put("replicas", JsonArray.of(offer.replicas().stream().map(FleetJson::replica).toList()))
                .put("whyNot", offer.whyNot());
        offer.result().ifPresent(result -> {
            JsonObject.Builder rejected = JsonObject.builder();
            result.rejected().forEach(rejected::put);
            out.put("plans", result.size()).put("passing", result.passing()).put("rejectedBy", rejected.build());
        });
        offer.nearest().ifPresent(miss -> {
            JsonObject.Builder nearest = JsonObject.builder()
                    .put("misses", miss.limit().map(limit -> limit.metric().id()).orElse("memory"));
            number("factor", miss.factor(), nearest);
            out.put("nearest", nearest.put("replica", replica(miss.layout())).build());
        });
        return out.build();
    }

    private static void number(String key, double value, JsonObject.Builder out) {
        if (Double.isFinite(value)) {
            out.put(key, value);
        }
    }
}
