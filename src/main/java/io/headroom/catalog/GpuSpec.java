package io.headroom.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An accelerator and the node it sits in, in SI units; NaN (0 for whole numbers) where the catalogue is silent.
 *
 * @param id catalogue id
 * @param name name for people
 * @param vendor maker
 * @param architecture family of chips whose efficiencies are alike, in lower case (hopper); empty where not known
 * @param peakFlops dense peak FLOP/s by compute format (bf16, fp8, int8, nvfp4); absent = the hardware has none
 * @param hbmBytes memory of one accelerator, as sold
 * @param reportedBytes memory that the driver lets a program use (less than nvidia-smi shows)
 * @param hbmBytesPerSecond memory bandwidth of one accelerator
 * @param links the node and its links
 * @param watts chip power
 * @param pricePerGpuHour US dollars an hour by basis (ownHyperscaler, ownNeocloud, rent3Year, list)
 * @param provenance where the figures come from
 */
public record GpuSpec(String id, String name, String vendor, String architecture, Map<NumberFormat, Double> peakFlops,
        double hbmBytes, double reportedBytes, double hbmBytesPerSecond, LinkSpec links, double watts, Map<String, Double> pricePerGpuHour,
        Provenance provenance) {

    public GpuSpec {
        Map<NumberFormat, Double> peaks = new EnumMap<>(NumberFormat.class);
        peaks.putAll(peakFlops);
        peakFlops = Collections.unmodifiableMap(peaks);
        // Map.copyOf would give another order on every run
        pricePerGpuHour = Collections.unmodifiableMap(new LinkedHashMap<>(pricePerGpuHour));
    }

    /** Whether the hardware computes in {@code format} natively. */
    public boolean supports(NumberFormat format) {
        return peakFlops.containsKey(format);
    }

    /** This accelerator with another size of memory, all of which programs see. */
    public GpuSpec withMemory(double bytes) {
        return new GpuSpec(id, name, vendor, architecture, peakFlops, bytes, bytes, hbmBytesPerSecond, links, watts,
                pricePerGpuHour, provenance);
    }

    /** This accelerator with another memory bandwidth. */
    public GpuSpec withMemoryBandwidth(double bytesPerSecond) {
        return new GpuSpec(id, name, vendor, architecture, peakFlops, hbmBytes, reportedBytes, bytesPerSecond, links,
                watts, pricePerGpuHour, provenance);
    }

    /** Figures without which nothing can be estimated and which this entry lacks, by catalogue key. */
    public List<String> missingFigures() {
        List<String> missing = new ArrayList<>();
        if (!supports(NumberFormat.BF16)) {
            missing.add("peakFlops.bf16");
        }
        if (Double.isNaN(hbmBytes)) {
            missing.add("hbmBytes");
        }
        if (Double.isNaN(hbmBytesPerSecond)) {
            missing.add("hbmBytesPerSecond");
        }
        return missing;
    }
}
