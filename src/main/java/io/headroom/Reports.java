package io.headroom;

import io.headroom.catalog.Catalog;
import io.headroom.cli.ReportReader;
import io.headroom.report.read.ReportReading;
import io.headroom.report.read.review.OpenPoint;
import io.headroom.report.read.text.NotReadable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gives the command line the reader of reports. */
final class Reports implements ReportReader {

    private final Supplier<Catalog> catalog;

    Reports(Supplier<Catalog> catalog) {
        this.catalog = catalog;
    }

    @Override
    public Reading read(String fileName, byte[] text) {
        try {
            ReportReading reading = io.headroom.report.read.ReportReader.read(fileName, text, catalog.get());
            List<String> remarks = new ArrayList<>(reading.repairs());
            reading.open().stream().map(Reports::remark).distinct().forEach(remarks::add);
            return new Read(reading.claims(), remarks);
        } catch (NotReadable e) {
            return new Refused(fileName + ": " + e.getMessage());
        }
    }

    private static String remark(OpenPoint open) {
        return open.plan().isEmpty() ? open.text() : open.plan() + ": " + open.text();
    }
}
