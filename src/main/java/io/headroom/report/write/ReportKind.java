package io.headroom.report.write;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a report can be, told by how the name of its file ends. */
public enum ReportKind {
    /** One page with everything in it. */
    HTML(".html", ".htm"),
    /** A text, with pictures and a table beside it. */
    MARKDOWN(".md", ".markdown"),
    /** Only the table of all plans. */
    CSV(".csv");

    private final List<String> endings;

    ReportKind(String... endings) {
        this.endings = List.of(endings);
    }

    /** How the names of its files end, the usual one first. */
    public List<String> endings() {
        return endings;
    }

    /** What {@code file} would be; empty where its ending says nothing. */
    public static Optional<ReportKind> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.endings.stream().anyMatch(name::endsWith)).findFirst();
    }

    /** The name of {@code file} without its folder and its ending. */
    public static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Why {@code file} is none. */
    public static String refusal(Path file) {
        boolean isPdf = file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
        return file + " says no kind of report: name it .html, .md or .csv"
                + (isPdf ? "; the .html prints to PDF on A4 from any browser" : "");
    }
}
