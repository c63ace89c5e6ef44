package io.headroom.plan;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.LinkSpec;
import io.headroom.catalog.NumberFormat;
import java.util.List;
import java.util.Objects;

/** The accelerators of a plan and what the plan says of them instead of the catalogue. */
public final class Hardware {

    /** Price bases of the catalogue in the order of preference: what a newcomer would pay first. */
    private static final String[] BASES = {"rent3Year", "list", "ownNeocloud", "ownHyperscaler"};

    private final GpuSpec gpu;
    private final String gpuJson;
    private final Given given;
    private final String priceBasis;
    private final double pricePerGpuHour;
    // looked up once here, because every estimate asks
    private final List<String> missingFigures;
    private final NumberFormat[] computeFormats = new NumberFormat[NumberFormat.values().length];
    private final double[] peakFlops = new double[computeFormats.length];

    /**
     * The plan's own figures; 0 for the count, NaN or null for the others where the plan is silent.
     *
     * @param gpusPerNode GPUs of the fast-link domain
     * @param intraNodeBytesPerSecond link bandwidth per GPU and direction inside a node
     * @param interNodeBytesPerSecond the same between nodes
     * @param intraNodeLatencySeconds message latency inside a node
     * @param interNodeLatencySeconds the same between nodes
     * @param pricePerGpuHour US dollars
     * @param priceBasis which of the catalogue's prices is meant, or what the given price is
     */
    public record Given(int gpusPerNode, double intraNodeBytesPerSecond, double interNodeBytesPerSecond,
            double intraNodeLatencySeconds, double interNodeLatencySeconds, double pricePerGpuHour,
            String priceBasis) {

        /** The catalogue's figures as they are. */
        public static final Given NONE = new Given(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, null);

        /** With another price. */
        public Given withPrice(double perGpuHour) {
            return new Given(gpusPerNode, intraNodeBytesPerSecond, interNodeBytesPerSecond, intraNodeLatencySeconds,
                    interNodeLatencySeconds, perGpuHour, priceBasis);
        }

        /** With other links. */
        public Given withLinks(double intraNode, double interNode) {
            return new Given(gpusPerNode, intraNode, interNode, intraNodeLatencySeconds, interNodeLatencySeconds,
                    pricePerGpuHour, priceBasis);
        }
    }

    /**
     * @param gpu the accelerator
     * @param gpuJson the accelerator as written inline in the file, or null for a catalogue id
     * @param given the plan's own figures
     */
    public Hardware(GpuSpec gpu, String gpuJson, Given given) {
        this.gpu = Objects.requireNonNull(gpu);
        this.gpuJson = gpuJson;
        this.given = Objects.requireNonNull(given);
        this.priceBasis = given.priceBasis == null ? firstBasis(gpu) : given.priceBasis;
        this.pricePerGpuHour = Double.isNaN(given.pricePerGpuHour)
                ? gpu.pricePerGpuHour().getOrDefault(priceBasis, Double.NaN) : given.pricePerGpuHour;
        this.missingFigures = gpu.missingFigures();
        for (NumberFormat stored : NumberFormat.values()) {
            NumberFormat format = wantedFormat(stored);
            while (!gpu.supports(format) && format != NumberFormat.BF16) {
                format = format.fallback();
            }
            computeFormats[stored.ordinal()] = format;
            peakFlops[stored.ordinal()] = gpu.peakFlops().getOrDefault(format, Double.NaN);
        }
    }

    /** Figures that the catalogue entry lacks and without which nothing can be estimated. */
    public List<String> missingFigures() {
        return missingFigures;
    }

    /** The format in which numbers stored as {@code stored} should be multiplied here, if there is a peak for it. */
    public NumberFormat wantedFormat(NumberFormat stored) {
        return stored.computeFormat(gpu.peakFlops().keySet());
    }

    /** The format in which numbers stored as {@code stored} are multiplied here: the next that has a peak. */
    public NumberFormat computeFormat(NumberFormat stored) {
        return computeFormats[stored.ordinal()];
    }

    /** Peak FLOP/s of that format, NaN where the catalogue has not even bf16. */
    public double peakFlops(NumberFormat stored) {
        return peakFlops[stored.ordinal()];
    }

    /** A catalogue accelerator as it is. */
    public static Hardware of(GpuSpec gpu) {
        return new Hardware(gpu, null, Given.NONE);
    }

    /** GPUs G of a node: the plan's, else the catalogue's, else 8. */
    public int gpusPerNode() {
        if (given.gpusPerNode > 0) {
            return given.gpusPerNode;
        }
        return gpu.links().gpusPerNode() > 0 ? gpu.links().gpusPerNode() : LinkSpec.DEFAULT_GPUS_PER_NODE;
    }

    /** Link bytes/s inside a node: the plan's or the catalogue's, NaN where neither says. */
    public double intraNodeBytesPerSecond() {
        return first(given.intraNodeBytesPerSecond, gpu.links().intraNodeBytesPerSecond(), Double.NaN);
    }

    /** Link bytes/s between nodes: the plan's, else the catalogue's, else 50 GB/s. */
    public double interNodeBytesPerSecond() {
        return first(given.interNodeBytesPerSecond, gpu.links().interNodeBytesPerSecond(),
                LinkSpec.DEFAULT_INTER_NODE_BYTES_PER_SECOND);
    }

    /** Latency inside a node: the plan's, else {@code profile}'s, else the catalogue's, else 5 µs. */
    public double intraNodeLatencySeconds(double profile) {
        return first(given.intraNodeLatencySeconds, profile, first(gpu.links().intraNodeLatencySeconds(),
                LinkSpec.DEFAULT_INTRA_NODE_LATENCY_SECONDS, Double.NaN));
    }

    /** Latency between nodes: the plan's, else {@code profile}'s, else the catalogue's, else 15 µs. */
    public double interNodeLatencySeconds(double profile) {
        return first(given.interNodeLatencySeconds, profile, first(gpu.links().interNodeLatencySeconds(),
                LinkSpec.DEFAULT_INTER_NODE_LATENCY_SECONDS, Double.NaN));
    }

    /** The basis of the price: the plan's, else the first the catalogue has of rent, list and own; may be empty. */
    public String priceBasis() {
        return priceBasis;
    }

    /** US dollars a GPU-hour: the plan's, else the catalogue's on its basis, NaN where there is none. */
    public double pricePerGpuHour() {
        return pricePerGpuHour;
    }

    public GpuSpec gpu() {
        return gpu;
    }

    /** The accelerator as written inline in the file, or null for a catalogue id. */
    public String gpuJson() {
        return gpuJson;
    }

    /** The plan's own figures. */
    public Given given() {
        return given;
    }

    /** With other figures of the plan's own. */
    public Hardware with(Given value) {
        return new Hardware(gpu, gpuJson, value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hardware h && gpu.equals(h.gpu) && Objects.equals(gpuJson, h.gpuJson)
                && given.equals(h.given);
    }

    @Override
    public int hashCode() {
        return Objects.hash(gpu.id(), gpuJson, given);
    }

    private static String firstBasis(GpuSpec gpu) {
        for (String basis : BASES) {
            if (gpu.pricePerGpuHour().containsKey(basis)) {
                return basis;
            }
        }
        return "";
    }

    private static double first(double a, double b, double c) {
        return Double.isNaN(a) ? Double.isNaN(b) ? c : b : a;
    }
}
