package io.headroom.report.read;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.report.read.text.NotReadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reports of the tests. */
final class Reports {

    static final Catalog CATALOG = CatalogFiles.load();
    private static final Path FOLDER = Path.of("src/test/resources/io/headroom/report/read");

    private Reports() {
    }

    static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }

    static ReportReading read(String name) throws IOException, NotReadable {
        return ReportReader.read(name, bytes(name), CATALOG);
    }

    static ReportReading readText(String text) throws NotReadable {
        return ReportReader.read("report.md", text.getBytes(StandardCharsets.UTF_8), CATALOG);
    }
}
