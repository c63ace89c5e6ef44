package io.headroom.soak;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Exceptions of all threads, and what the toolkit only writes to the error stream; each kind once, with a count. */
final class Faults {

    private static final int FRAMES = 14;
    /** The screen without a display is 1000 by 1000, and fails where a list or a menu is opened beyond it. */
    private static final String NOT_OURS = "com.sun.glass.ui.headless.HeadlessWindow.";

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final PrintStream screen = System.err;
    private volatile String doing = "start";

    /** Listens to every thread from here on. */
    void listen() {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> found(thread.getName(), fault));
        System.setErr(new PrintStream(new Lines(), true, StandardCharsets.UTF_8));
    }

    /** What is being done, to be named with a fault. */
    void doing(String action) {
        doing = action;
    }

    /** Keeps {@code fault}. */
    synchronized void found(String where, Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        if (trace.toString().contains(NOT_OURS)) {
            return;
        }
        String[] lines = trace.toString().split("\n");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(FRAMES, lines.length); i++) {
            text.append(lines[i]).append('\n');
        }
        found(where + ": " + text);
    }

    /** Keeps what is wrong. */
    synchronized void found(String what) {
        // the same fault of other values is the same: numbers are left out of the comparison
        String kind = what.replaceAll("[0-9.]+", "#");
        if (counts.merge(kind, 1, Integer::sum) == 1) {
            screen.println("FAULT while \"" + doing + "\": " + what);
        }
    }

    /** How many there were, repetitions included. */
    synchronized int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Every line of the error stream with a word of failure in it is a fault. */
    private final class Lines extends OutputStream {

        private final StringBuilder line = new StringBuilder();

        @Override
        public synchronized void write(int b) {
            if (b != '\n') {
                line.append((char) b);
                return;
            }
            String text = line.toString();
            line.setLength(0);
            if (text.contains("Exception") || text.contains("WARNING") || text.contains("SEVERE") || text.contains("Error:")) {
                found("error stream: " + text);
            } else {
                screen.println(text);
            }
        }
    }
}
