package io.headroom.session.validation;

import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.MeasurementFile;
import io.headroom.validate.read.MeasurementRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The public measurements that come with the program. */
final class PublicRows {

    private static final String FILE = "/io/headroom/assets/calibration/measured.csv";

    private PublicRows() {
    }

    static List<Measurement> load() {
        try (InputStream in = PublicRows.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("This installation lacks its measurements, " + FILE);
            }
            return MeasurementFile.read("measured.csv", new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The measurements of this installation cannot be read", e);
        } catch (MeasurementRefused e) {
            throw new IllegalStateException("The measurements of this installation are damaged: " + e.getMessage(), e);
        }
    }
}
