package io.headroom.validate.read;

/**
 * One row of a measurement file; empty text where the source publishes nothing, NaN where {@code value} is no number.
 * Degrees, lengths and concurrency stay text because sources write "ShareGPT", "open loop" or "128 tokens" there.
 *
 * @param line line of the file
 * @param id the row's name
 * @param tier A = for error statistics, B = with the caveat of the notes, C = not for error statistics
 * @param best whether it is proposed for a standing accuracy test
 * @param sourceRepo where it was published
 * @param sourceFile file of that repository
 * @param sourceCommit commit of that repository
 * @param date when it was measured
 * @param model model as the source names it
 * @param gpu accelerator as the source names it
 * @param gpuCount n_gpus
 * @param tensor tp
 * @param pipeline pp
 * @param data dp: replicas of a dense model, attention-DP of a mixture of experts
 * @param expert ep
 * @param engine framework
 * @param engineVersion framework_version
 * @param weightType weight_dtype
 * @param kvType kv_dtype
 * @param inputTokens isl
 * @param outputTokens osl
 * @param concurrency requests at once, or how the load was made
 * @param requestsPerSecond request_rate_qps
 * @param metric what was measured
 * @param unit unit of {@code value}
 * @param value the measurement
 * @param statistic mean, median ...
 * @param notes caveats
 * @param damage how a row is cut short, "2 fields of 5"; empty where it is whole
 */
public record Measurement(long line, String id, String tier, boolean best, String sourceRepo, String sourceFile,
        String sourceCommit, String date, String model, String gpu, String gpuCount, String tensor, String pipeline,
        String data, String expert, String engine, String engineVersion, String weightType, String kvType,
        String inputTokens, String outputTokens, String concurrency, String requestsPerSecond, String metric,
        String unit, double value, String statistic, String notes, String damage) {

    /** Whether it is of a run of InferenceX, InferenceMAX before, whose launch scripts say what rows do not. */
    boolean isOfInferenceX() {
        return notes.contains("InferenceM");
    }

    /** Prefix of the id: the collection that the row belongs to. */
    public String source() {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }
}
