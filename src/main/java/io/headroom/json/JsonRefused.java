package io.headroom.json;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be read as what it should be, with every reason. */
public final class JsonRefused extends Exception {

    private final transient List<Problem> problems;

    public JsonRefused(Problems problems) {
        super(message(problems));
        this.problems = problems.list();
    }

    /** For a single problem. */
    public static JsonRefused of(String file, Location at, String found, String allowed) {
        Problems problems = new Problems(file);
        problems.add(at, found, allowed);
        return new JsonRefused(problems);
    }

    /** Up to 20 problems by line. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(Problems problems) {
        String lines = problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        int more = problems.count() - problems.list().size();
        return more == 0 ? lines : lines + "\n… and " + more + " more";
    }
}
