package io.headroom.check.audit.judge;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.check.audit.Claim;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the accelerator of a claim about number formats computes in the format: its scope is "l40s:fp8". */
final class CardSupport {

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    private CardSupport() {
    }

    /** 1 where it does, 0 where not, NaN if the catalogue has no such card, or variants of it that differ. */
    static double of(Claim claim, Catalog catalog) {
        List<String> parts = List.of(claim.scope().toUpperCase(Locale.ROOT).split(":", 2));
        if (parts.size() < 2) {
            return Double.NaN;
        }
        List<GpuSpec> cards = cards(parts.get(0).toLowerCase(Locale.ROOT), catalog);
        List<Boolean> has = Stream.of(NumberFormat.values()).filter(f -> f.name().equals(parts.get(1)))
                .flatMap(format -> cards.stream().map(gpu -> gpu.supports(format))).distinct().toList();
        return has.size() == 1 ? has.get(0) ? 1 : 0 : Double.NaN;
    }

    /** What the catalogue has on it: "L40S computes FP8 at 733 TFLOP/s, dense", or which formats it computes in. */
    static String text(Claim claim, Catalog catalog) {
        List<String> parts = List.of(claim.scope().toUpperCase(Locale.ROOT).split(":", 2));
        if (parts.size() < 2) {
            return "";
        }
        return cards(parts.get(0).toLowerCase(Locale.ROOT), catalog).stream().findFirst().map(gpu -> gpu.peakFlops().entrySet().stream()
                .filter(peak -> peak.getKey().name().equals(parts.get(1))).findFirst()
                .map(peak -> gpu.name() + " computes " + parts.get(1) + " at " + FORMAT.text(peak.getValue(), Dimension.FLOP_PER_SECOND)
                        + ", dense.")
                .orElse(gpu.name() + " computes in " + gpu.peakFlops().keySet().stream().map(Enum::name).collect(Collectors.joining(", "))
                        + ".")).orElse("");
    }

    private static List<GpuSpec> cards(String name, Catalog catalog) {
        List<GpuSpec> exact = catalog.gpus().stream().filter(gpu -> gpu.id().equals(name)).toList();
        return exact.isEmpty() ? catalog.gpus().stream().filter(gpu -> gpu.id().startsWith(name + "-")).toList() : exact;
    }
}
