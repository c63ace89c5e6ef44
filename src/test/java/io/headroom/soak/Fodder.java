package io.headroom.soak;

import io.headroom.planfile.PlanFile;
import io.headroom.session.Samples;
import io.headroom.catalog.Catalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The files that are opened: reports, plans, configurations of models, measurements, and all of these broken. */
final class Fodder {

    private static final String FOUND = "src/test/resources";

    private Fodder() {
    }

    /** Makes what there is not and lists all. */
    static List<Path> in(Path folder, Catalog catalog) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(Path.of(FOUND, "io/headroom/report/read"))) {
            walk.filter(p -> p.toString().endsWith(".txt") || p.toString().endsWith(".md")).forEach(files::add);
        }
        try (Stream<Path> walk = Files.walk(Path.of(FOUND, "huggingface"))) {
            walk.filter(p -> p.toString().endsWith(".json")).limit(4).forEach(files::add);
        }
        files.add(Path.of("assets/calibration/measured.csv"));
        byte[] plan = PlanFile.write(Samples.read(Samples.FIRST, catalog).review());
        files.add(Files.write(folder.resolve("plan.json"), plan));
        files.add(Files.write(folder.resolve("cut.json"), Arrays.copyOf(plan, plan.length / 2)));
        files.add(Files.writeString(folder.resolve("newer.json"), new String(plan, StandardCharsets.UTF_8)
                .replaceFirst("\"version\"\\s*:\\s*1", "\"version\": 9")));
        files.add(Files.writeString(folder.resolve("negative.json"), new String(plan, StandardCharsets.UTF_8)
                .replaceAll(": ([1-9])", ": -$1")));
        files.add(Files.write(folder.resolve("empty.json"), new byte[0]));
        files.add(Files.write(folder.resolve("zeros.bin"), new byte[10_000]));
        files.add(Files.writeString(folder.resolve("words.txt"), "No number and no plan here."));
        files.add(Files.writeString(folder.resolve("rows.csv"), "id,model,gpu\nx,y\n,,,,\n"));
        files.add(folder.resolve("absent.json"));
        files.add(folder);
        return files;
    }
}
