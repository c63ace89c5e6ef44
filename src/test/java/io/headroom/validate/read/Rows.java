package io.headroom.validate.read;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Measurements for tests: those that come with the program, and hand-made ones. */
public final class Rows {

    /** The file that comes with the program. */
    public static final Path FILE = Path.of("assets/calibration/measured.csv");
    /** Columns of {@link #of}. */
    private static final String HEADER = "id,model,gpu,n_gpus,tp,pp,dp,ep,framework,weight_dtype,kv_dtype,isl,osl,"
            + "concurrency,request_rate_qps,metric,unit,value,notes";

    private Rows() {
    }

    /** Every measurement that comes with the program. */
    public static List<Measurement> all() {
        try (Reader reader = Files.newBufferedReader(FILE)) {
            return MeasurementFile.read(FILE.toString(), reader);
        } catch (IOException | MeasurementRefused e) {
            throw new IllegalStateException(e);
        }
    }

    /** Measurements by id. */
    public static Map<String, Measurement> byId() {
        return all().stream().collect(Collectors.toMap(Measurement::id, m -> m, (a, _) -> a));
    }

    /** Hand-made rows: lines of CSV without the header. */
    public static List<Measurement> of(String... lines) {
        return with("", lines);
    }

    /** The same with one column more at the end, of which {@code column} is the name. */
    public static List<Measurement> with(String column, String... lines) {
        String header = column.isEmpty() ? HEADER : HEADER + "," + column;
        try {
            return MeasurementFile.read("test.csv", new StringReader(header + "\n" + String.join("\n", lines)));
        } catch (IOException | MeasurementRefused e) {
            throw new IllegalStateException(e);
        }
    }
}
