package io.headroom.bench.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * From the start of the process to the first painted frame: the program as it is shipped, by its launch script, beside an
 * empty window of the same Java with the same options and a cache of loaded classes of its own, in turns. And the memory
 * that is resident when the program has shown every view once. Arguments: rounds.
 */
public final class StartBenchmark {

    private static final Path APP = Path.of("target/headroom").toAbsolutePath();
    private static final Path SCRATCH = Path.of("target/start").toAbsolutePath();

    /**
     * What one start took: seconds on the clock to its first frame and to the first of the whole window, seconds that its
     * processors worked until then, and what it said last.
     */
    private record Start(double painted, double paintedWork, double complete, double completeWork, String last) {
    }

    private StartBenchmark() {
    }

    /** Measures. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        Files.createDirectories(SCRATCH);
        Path jar = jar();
        Path cache = SCRATCH.resolve("empty.aot");
        start(empty(jar, "-XX:AOTCacheOutput=" + cache));
        List<Start> bare = new ArrayList<>();
        List<Start> window = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            bare.add(start(empty(jar, "-XX:AOTCache=" + cache)));
            window.add(start(List.of(APP.resolve("bin/headroom").toString())));
        }
        print("first painted frame", bare, window, Start::painted);
        print("first frame of the whole window", bare, window, Start::complete);
        print("processor time to the first painted frame", bare, window, Start::paintedWork);
        print("processor time to the whole window", bare, window, Start::completeWork);
        System.out.println("after every view " + window.getLast().last);
    }

    private static void print(String what, List<Start> bare, List<Start> window, ToDoubleFunction<Start> seconds) {
        double empty = median(bare.stream().mapToDouble(seconds).toArray());
        double ours = median(window.stream().mapToDouble(seconds).toArray());
        System.out.printf("%s: empty %.2f s, headroom %.2f s, ratio %.2f%n", what, empty, ours, ours / empty);
    }

    private static List<String> empty(Path jar, String cache) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), cache, "--module-path",
                APP.resolve("fx").toString(), "--add-modules", "javafx.controls,javafx.swing",
                "--enable-native-access=javafx.graphics", "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
                "-Dprism.dirtyregioncount=15",
                "-Dprism.disableRegionCaching=true", "-XX:+UseSerialGC", "-XX:MetaspaceSize=64m", "-cp", jar.toString(),
                EmptyWindow.class.getName());
    }

    private static Start start(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JDK_JAVA_OPTIONS", "-Dheadroom.trial=true");
        builder.environment().put("XDG_CONFIG_HOME", SCRATCH.toString());
        long from = System.nanoTime();
        Process process = builder.start();
        double[] at = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        String last = "";
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int which = line.equals("painted") ? 0 : line.equals("complete") ? 2 : -1;
                if (which >= 0) {
                    at[which] = (System.nanoTime() - from) / 1e9;
                    at[which + 1] = process.info().totalCpuDuration().map(d -> d.toMillis() / 1e3).orElse(Double.NaN);
                }
                last = line;
            }
        }
        process.waitFor();
        if (Double.isNaN(at[0]) || Double.isNaN(at[2])) {
            throw new IllegalStateException("no frame was painted: " + last);
        }
        return new Start(at[0], at[1], at[2], at[3], last);
    }

    // a cache of loaded classes is made of jars only
    private static Path jar() throws IOException {
        Path jar = SCRATCH.resolve("empty.jar");
        String folder = EmptyWindow.class.getPackageName().replace('.', '/') + "/";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("EmptyWindow.class", "EmptyWindow$Window.class")) {
                out.putNextEntry(new JarEntry(folder + name));
                try (InputStream in = EmptyWindow.class.getResourceAsStream(name)) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
