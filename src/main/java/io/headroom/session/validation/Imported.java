package io.headroom.session.validation;

import io.headroom.validate.ValidationResult;
import java.util.List;

/**
 * Measurements from a file of one's own.
 *
 * @param file its name, empty where none is open
 * @param result what became of its rows
 * @param message in one line what is to be told of it
 * @param problems each with file and line
 * @param isRefused whether the file could not be read at all; what was open before stays
 */
public record Imported(String file, ValidationResult result, String message, List<String> problems, boolean isRefused) {

    /** No file. */
    public static final Imported NONE = new Imported("",
            new ValidationResult(List.of(), List.of(), List.of()), "", List.of(), false);

    public Imported {
        problems = List.copyOf(problems);
    }

    /** Of a file whose rows were read. */
    static Imported of(String file, ValidationResult result) {
        List<String> problems = result.skipped().stream().map(s -> file + ":" + s.measurement().line() + ": "
                + s.measurement().id() + ": " + s.reason() + (s.detail().isEmpty() ? "" : ": " + s.detail())).toList();
        int all = result.rows().size() + problems.size();
        String message = problems.isEmpty() ? rows(all) : result.rows().size() + " of " + rows(all)
                + ", the others cannot be estimated";
        return new Imported(file, result, message, problems, false);
    }

    /** The same rows, after another file was refused. */
    Imported refused(String name, String problem) {
        return new Imported(file, result, "Could not read " + name, List.of(problem), true);
    }

    /** Whether a file is open. */
    public boolean isOpen() {
        return !file.isEmpty();
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
