package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.picture.RenderRequest;
import io.headroom.cli.picture.Renderer;
import io.headroom.cli.picture.ReportRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of the command line in this process, with a window and a renderer that only note what they were asked.
 *
 * @param exitCode what it answered
 * @param out what it wrote as data
 * @param err what it told the user
 * @param opened files that the window was asked to open
 * @param rendered pictures that were asked for
 */
record Run(int exitCode, String out, String err, List<Optional<Path>> opened, List<RenderRequest> rendered) {

    static final Catalog CATALOG = CatalogFiles.load();

    static Run of(String... args) {
        return with(null, args);
    }

    /** A run whose renderer fails. */
    static Run with(Exception failure, String... args) {
        List<Optional<Path>> opened = new ArrayList<>();
        List<RenderRequest> rendered = new ArrayList<>();
        Renderer renderer = new Renderer() {
            @Override
            public List<String> views() {
                return List.of("overview", "memory");
            }

            @Override
            public int render(RenderRequest request, PrintStream messages) throws IOException {
                rendered.add(request);
                switch (failure) {
                    case null -> { }
                    case IOException e -> throw e;
                    default -> throw (RuntimeException) failure;
                }
                return ExitCode.OK;
            }

            @Override
            public Map<Path, byte[]> report(ReportRequest request) {
                return Map.of(request.output(), "report".getBytes(StandardCharsets.UTF_8));
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new Cli(() -> CATALOG, renderer, file -> {
            opened.add(file);
            return ExitCode.OK;
        }).run(args, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), opened,
                rendered);
    }
}
