package io.headroom.report.read.review;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.read.GpuReader;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Open;
import io.headroom.json.Fields;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonWriter;
import io.headroom.json.Problems;
import io.headroom.plan.Hardware;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The accelerators of a report: the card it names, else one of the catalogue with its figures, else its figures. */
final class HardwareChoice {

    private static final String GENERIC = "plan-generic-64g";
    private static final double SAME = 0.02;
    private static final Pattern CARD = Pattern.compile("\\b(GB200|GB300|GH200|B200|B300|H200|H100|H800|H20|A100|A800|A10G?|A30|A40|L40S|L4|V100"
            + "|MI300X|MI325X|MI355X|MI250X?|MI210|Gaudi ?3|RTX ?[345]090|910B|910C|TPU ?v\\d\\w?)\\b");

    private HardwareChoice() {
    }

    static Hardware of(Facts facts, Catalog catalog, List<OpenPoint> open) {
        Optional<Claim> capacity = facts.any("memory.capacity");
        Optional<GpuSpec> named = named(facts, catalog, capacity);
        Optional<Claim> price = facts.any("cost.perHour");
        Hardware.Given given = new Hardware.Given(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                price.map(Claim::si).orElse(Double.NaN), price.isPresent() ? "rate stated in the report" : null);
        if (named.isPresent()) {
            long variants = catalog.gpus().stream().filter(g -> g.id().startsWith(named.get().id().replaceFirst("-.*", "") + "-")).count();
            if (variants > 1) {
                open.add(new OpenPoint("", null, "gpus", "Open: which " + named.get().id().replaceFirst("-.*", "").toUpperCase(Locale.ROOT)
                        + ". Assumed: " + named.get().name() + "."));
            }
            return new Hardware(named.get(), null, given);
        }
        return figures(facts, catalog, capacity, given, open);
    }

    // the card named most often; of its variants the one with the stated memory, and SXM before others
    private static Optional<GpuSpec> named(Facts facts, Catalog catalog, Optional<Claim> capacity) {
        Matcher m = CARD.matcher(facts.text());
        java.util.Map<String, Integer> counts = new java.util.TreeMap<>();
        while (m.find()) {
            counts.merge(m.group(1).toLowerCase(Locale.ROOT).replace(" ", ""), 1, Integer::sum);
        }
        return counts.entrySet().stream().max(java.util.Map.Entry.comparingByValue()).flatMap(card -> catalog.gpus().stream()
                .filter(g -> g.id().equals(card.getKey()) || g.id().startsWith(card.getKey() + "-") || g.id().replace("-", "").endsWith(
                        card.getKey())).filter(g -> g.missingFigures().isEmpty())
                .min(Comparator.<GpuSpec>comparingInt(g -> capacity.isPresent() && !Facts.near(g.hbmBytes(), capacity.get().si(), SAME) ? 1 : 0)
                        .thenComparingInt(g -> g.id().contains("sxm") || g.id().equals(card.getKey()) ? 0 : 1)));
    }

    private static Hardware figures(Facts facts, Catalog catalog, Optional<Claim> capacity, Hardware.Given given, List<OpenPoint> open) {
        Optional<Claim> peak = facts.any(Measure.FLOPS_PER_GPU);
        Optional<Claim> bandwidth = facts.any(Measure.HBM_BANDWIDTH);
        GpuSpec generic = catalog.gpu(GENERIC).orElseGet(() -> catalog.gpus().getFirst());
        if (capacity.isEmpty() && peak.isEmpty()) {
            open.add(new OpenPoint("", Open.HARDWARE, "memory.capacity", "Open: the accelerator. Assumed: " + generic.name() + "."));
            return new Hardware(generic, null, given);
        }
        // what a report counts with, or calls effective, may be less than the peak
        boolean fits = capacity.map(c -> Facts.near(c.si(), generic.hbmBytes(), SAME)).orElse(true)
                && peak.map(c -> c.si() <= generic.peakFlops().values().iterator().next() * (1 + SAME) && c.si() > 1e14).orElse(true)
                && bandwidth.map(c -> c.si() <= generic.hbmBytesPerSecond() * (1 + SAME)).orElse(true);
        if (fits) {
            if (peak.isEmpty() || peak.get().si() < generic.peakFlops().values().iterator().next() * (1 - SAME)) {
                open.add(new OpenPoint("", peak.isEmpty() ? Open.HARDWARE : null, "memory.capacity", "Open: the peak of the accelerator. Assumed: " + generic.name()
                        + ", 400 TFLOPS."));
            }
            return new Hardware(generic, null, given);
        }
        return written(catalog, generic, capacity, peak, bandwidth, given, open);
    }

    private static Hardware written(Catalog catalog, GpuSpec generic, Optional<Claim> capacity, Optional<Claim> peak,
            Optional<Claim> bandwidth, Hardware.Given given, List<OpenPoint> open) {
        JsonObject.Builder patch = JsonObject.builder().put("id", "report-accelerator").put("name", "Accelerator of the report")
                .put("source", "The report; what it does not state is that of " + generic.name()).put("confidence", "low");
        capacity.ifPresent(c -> patch.put("hbmBytes", c.si()));
        peak.ifPresent(c -> patch.put("peakFlops", JsonObject.builder().put("bf16", c.si()).build()));
        bandwidth.ifPresent(c -> patch.put("hbmBytesPerSecond", c.si()));
        JsonObject json = catalog.gpuJson(generic.id()).map(base -> base.mergedWith(patch.build())).orElse(patch.build());
        Problems problems = new Problems("report");
        GpuSpec spec = GpuReader.read(Fields.of(json, problems), "report-accelerator");
        if (capacity.isEmpty() || peak.isEmpty() || bandwidth.isEmpty() || spec == null) {
            open.add(new OpenPoint("", Open.HARDWARE, "memory.capacity", "Open: figures of the accelerator that the report does not state. "
                    + "Assumed: those of " + generic.name() + "."));
        }
        return spec == null ? new Hardware(generic, null, given) : new Hardware(spec, JsonWriter.compact(json), given);
    }
}
