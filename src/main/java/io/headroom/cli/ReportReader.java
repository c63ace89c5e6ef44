package io.headroom.cli;

import io.headroom.check.audit.ClaimedReport;
import java.util.List;

/** Reads what a text claims: a file that is no plan file. */
public interface ReportReader {

    /** Reads {@code text}, the bytes of {@code fileName}. */
    Reading read(String fileName, byte[] text);

    /** What came of it. */
    sealed interface Reading {
    }

    /**
     * It was read.
     *
     * @param report what it says
     * @param remarks what a reader of the result should hear: repaired encodings, assumptions
     */
    record Read(ClaimedReport report, List<String> remarks) implements Reading {
    }

    /**
     * It cannot be read.
     *
     * @param message what was found and what is allowed
     */
    record Refused(String message) implements Reading {
    }
}
