package io.headroom.cli.search;

import io.headroom.check.HardLimit;
import io.headroom.cli.output.Table;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.uncertainty.Driver;
import io.headroom.explore.uncertainty.Quantiles;
import io.headroom.explore.uncertainty.Triangular;
import io.headroom.explore.uncertainty.Uncertain;
import io.headroom.explore.uncertainty.Uncertainty;
import io.headroom.explore.uncertainty.UncertaintyText;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.plan.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** What ranges come to, for people and as JSON in SI units. */
final class UncertaintyPrint {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);

    private UncertaintyPrint() {
    }

    static List<String> text(Uncertainty found) {
        List<String> lines = new ArrayList<>();
        lines.add(found.plan().name() + ": " + FORMAT.text(found.samples(), Dimension.COUNT) + " samples, seed "
                + found.seed());
        lines.add("");
        Table ranges = new Table(1, "Range", "lowest", "likeliest", "highest");
        for (Uncertain one : found.inputs()) {
            Triangular t = one.distribution(found.plan());
            ranges.add(one.input().label(), one.input().text(t.min(), FORMAT), one.input().text(t.mode(), FORMAT),
                    one.input().text(t.max(), FORMAT));
        }
        lines.addAll(ranges.lines());
        lines.add("");
        lines.addAll(chances(found));
        lines.add("");
        Estimate own = (Estimate) Estimator.estimate(found.plan());
        Table bands = new Table(2, "Metric", "whose range moves it", "as planned", "p10", "p50", "p90");
        found.bands().forEach((metric, band) -> bands.add(metric.label(),
                UncertaintyText.drivers(found, metric, FORMAT), text(own.get(metric), metric),
                text(band.p10(), metric), text(band.p50(), metric), text(band.p90(), metric)));
        lines.addAll(bands.lines());
        return lines;
    }

    private static List<String> chances(Uncertainty found) {
        Table table = new Table(1, "Chance that", "");
        table.add("memory suffices", chance(found.fits()));
        List<Requirement> requirements = found.plan().requirements();
        for (int i = 0; i < requirements.size(); i++) {
            table.add(UncertaintyText.limit(requirements.get(i)), chance(found.chances().get(i)));
        }
        if (!HardLimit.of(requirements).isEmpty()) {
            table.add("all of it, wishes left out", chance(found.passes()));
        }
        return table.lines();
    }

    private static String chance(double share) {
        return UncertaintyText.chance(share, FORMAT);
    }

    private static String text(double value, Metric metric) {
        return FORMAT.text(value, metric.dimension());
    }

    static JsonObject json(Uncertainty found) {
        JsonObject.Builder ranges = JsonObject.builder();
        for (Uncertain one : found.inputs()) {
            Triangular t = one.distribution(found.plan());
            ranges.put(one.input().key(), numbers(t.min(), t.mode(), t.max()));
        }
        JsonObject.Builder bands = JsonObject.builder();
        JsonObject.Builder drivers = JsonObject.builder();
        found.bands().forEach((metric, band) -> {
            bands.put(metric.id(), numbers(band.p10(), band.p50(), band.p90()));
            drivers.put(metric.id(), JsonArray.of(found.driversOf(metric).stream().map(UncertaintyPrint::driver).toList()));
        });
        List<JsonObject> chances = new ArrayList<>();
        for (int i = 0; i < found.plan().requirements().size(); i++) {
            JsonObject.Builder one = JsonObject.builder().put("metric", found.plan().requirements().get(i).metric());
            double chance = found.chances().get(i);
            chances.add(Double.isNaN(chance) ? one.build() : one.put("chance", chance).build());
        }
        return JsonObject.builder().put("name", found.plan().name()).put("seed", found.seed())
                .put("samples", found.samples()).put("distribution", "triangular").put("ranges", ranges.build())
                .put("bands", bands.build()).put("chances", JsonArray.of(chances)).put("fits", found.fits())
                .put("passes", found.passes()).put("drivers", drivers.build()).build();
    }

    private static JsonObject driver(Driver driver) {
        return JsonObject.builder().put("key", driver.of().input().key()).put("low", driver.low())
                .put("high", driver.high()).put("share", driver.share()).build();
    }

    private static JsonArray numbers(double... values) {
        return JsonArray.of(DoubleStream.of(values).mapToObj(JsonNumber::of).toList());
    }
}
