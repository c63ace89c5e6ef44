package io.headroom.catalog.read;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.LinkSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.json.Fields;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads an accelerator from the keys of a catalogue file or of an inline {@code gpu} object. */
public final class GpuReader {

    /** The formats that a peak is given for; fp16 is bf16, and weight-only formats have no peak. */
    static final Map<String, NumberFormat> PEAKS = peaks();

    private static final double MAX_FLOPS = 1e18;
    private static final double MAX_BYTES = 1e16;
    private static final double MAX_WATTS = 1e6;
    private static final double MAX_PRICE = 1e6;
    private static final int MAX_GPUS = 1 << 20;

    private GpuReader() {
    }

    /**
     * The accelerator of {@code f}, or null where the collector of {@code f} got a problem. A figure that is not there
     * is no problem: {@link GpuSpec#missingFigures()} names it.
     *
     * @param f the members of the object
     * @param defaultId id, and name, of an object that says none
     */
    public static GpuSpec read(Fields f, String defaultId) {
        int before = f.problems().count();
        String id = f.text("id", defaultId);
        LinkSpec links = new LinkSpec(f.text("linkTechnology", ""), f.whole("gpusPerNode", 1, MAX_GPUS, 0),
                f.number("intraNodeBytesPerSecond", 1, MAX_BYTES, Double.NaN),
                f.number("interNodeBytesPerSecond", 1, MAX_BYTES, Double.NaN),
                f.number("intraNodeLatencySeconds", 0, 1, Double.NaN),
                f.number("interNodeLatencySeconds", 0, 1, Double.NaN));
        GpuSpec gpu = new GpuSpec(id, f.text("name", id), f.text("vendor", ""), f.text("architecture", ""),
                peakFlops(f), f.number("hbmBytes", 1, MAX_BYTES, Double.NaN),
                f.number("reportedBytes", 1, MAX_BYTES, Double.NaN),
                f.number("hbmBytesPerSecond", 1, MAX_BYTES, Double.NaN), links,
                f.number("watts", 0, MAX_WATTS, Double.NaN), prices(f), ProvenanceReader.read(f));
        return f.problems().count() > before ? null : gpu;
    }

    private static Map<NumberFormat, Double> peakFlops(Fields f) {
        Map<NumberFormat, Double> peaks = new EnumMap<>(NumberFormat.class);
        Fields p = f.object("peakFlops");
        if (p != null) {
            for (String key : p.keys()) {
                NumberFormat format = PEAKS.get(key);
                if (format == null) {
                    // left unread it would leave the accelerator slower than meant, and nobody would see it
                    p.refuse(key, "a peak for \"" + key + "\"", "peaks of " + String.join(", ", PEAKS.keySet()));
                } else {
                    peaks.put(format, p.number(key, 1, MAX_FLOPS, 1));
                }
            }
        }
        return peaks;
    }

    private static Map<String, Double> prices(Fields f) {
        Map<String, Double> prices = new LinkedHashMap<>();
        Fields p = f.object("pricePerGpuHour");
        if (p != null) {
            p.keys().forEach(basis -> prices.put(basis, p.number(basis, 0, MAX_PRICE, 0)));
        }
        return prices;
    }

    private static Map<String, NumberFormat> peaks() {
        Map<String, NumberFormat> peaks = new LinkedHashMap<>();
        for (NumberFormat format : new NumberFormat[] {NumberFormat.BF16, NumberFormat.FP8, NumberFormat.INT8,
            NumberFormat.NVFP4}) {
            peaks.put(format.key(), format);
        }
        return peaks;
    }
}
