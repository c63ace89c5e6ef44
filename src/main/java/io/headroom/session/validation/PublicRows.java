package io.headroom.session.validation;

import io.headroom.validate.HeldOutEstimates;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.MeasurementFile;
import io.headroom.validate.read.MeasurementRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The public measurements that come with the program, and what fits without them made of them. */
final class PublicRows {

    private static final String FOLDER = "/io/headroom/assets/calibration/";
    private static final String ROWS = "measured.csv";
    private static final String HELD_OUT = "held-out.csv";

    private PublicRows() {
    }

    static List<Measurement> load() {
        try (Reader text = open(ROWS)) {
            return MeasurementFile.read(ROWS, text);
        } catch (IOException e) {
            throw new UncheckedIOException("The measurements of this installation cannot be read", e);
        } catch (MeasurementRefused e) {
            throw new IllegalStateException("The measurements of this installation are damaged: " + e.getMessage(), e);
        }
    }

    /** How fits that have not seen them estimate the rows. */
    static HeldOutEstimates heldOut() {
        try (Reader text = open(HELD_OUT)) {
            return HeldOutEstimates.read(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The cross-validation of this installation cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The cross-validation of this installation is damaged: " + e.getMessage(), e);
        }
    }

    private static Reader open(String file) {
        InputStream in = PublicRows.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IllegalStateException("This installation lacks " + FOLDER + file);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
