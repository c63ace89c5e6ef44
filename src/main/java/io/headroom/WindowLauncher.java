package io.headroom;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.cli.ExitCode;
import io.headroom.cli.Window;
import io.headroom.json.JsonRefused;
import io.headroom.planfile.Document;
import io.headroom.planfile.Documents;
import io.headroom.planfile.disk.FileRefused;
import io.headroom.planfile.disk.SaveResult;
import io.headroom.session.Samples;
import io.headroom.ui.Snapshot;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;

/** Opens the window; where there is no display it draws the same window into a picture instead of failing. */
final class WindowLauncher implements Window {

    /** Set in the environment of a second process, after the first found that its display does not answer. */
    private static final String NO_DISPLAY = "HEADROOM_NO_DISPLAY";
    private static final Path PICTURE = Path.of("headroom.png");

    private final PrintStream messages;

    WindowLauncher(PrintStream messages) {
        this.messages = messages;
    }

    @Override
    public int open(Optional<Path> file) {
        if (!hasDisplay(System.getenv(), System.getProperty("os.name"))
                || System.getProperty("glass.platform", "").equals("Headless")) {
            return drawInstead(file);
        }
        try {
            Application.launch(App.class, file.map(Path::toString).stream().toArray(String[]::new));
            return ExitCode.OK;
        } catch (RuntimeException | LinkageError e) {
            // the toolkit cannot be started twice in one process, so another one draws
            if (App.hasStarted()) {
                throw e;
            }
            return again();
        }
    }

    /** Whether the environment names a display, where the system has displays that can be absent. */
    static boolean hasDisplay(Map<String, String> environment, String system) {
        boolean isLinux = system.toLowerCase(Locale.ROOT).contains("linux");
        boolean isNamed = !environment.getOrDefault("DISPLAY", "").isEmpty();
        return !environment.containsKey(NO_DISPLAY) && (isNamed || !isLinux);
    }

    private int drawInstead(Optional<Path> file) {
        Catalog catalog = CatalogFiles.load();
        Documents documents = new Documents(catalog);
        try {
            Document document = file.isPresent() ? documents.open(file.get())
                    : new Document(null, Samples.read(Samples.FIRST, catalog), null);
            String title = file.map(f -> f.getFileName().toString()).orElse(Samples.title(Samples.FIRST));
            byte[] png = Pictures.draw(document, title, catalog, Snapshot.Frame.DEFAULT);
            SaveResult saved = documents.export(PICTURE, png);
            boolean isSaved = saved instanceof SaveResult.Saved;
            messages.println(isSaved ? "No display to open a window on: drew it into " + PICTURE.toAbsolutePath()
                    : saved.message());
            return isSaved ? ExitCode.OK : ExitCode.FAILED;
        } catch (JsonRefused e) {
            messages.println(e.getMessage());
            return ExitCode.NOT_VALID;
        } catch (FileRefused e) {
            messages.println(e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private int again() {
        ProcessHandle.Info self = ProcessHandle.current().info();
        List<String> command = new ArrayList<>();
        self.command().ifPresent(command::add);
        self.arguments().ifPresent(arguments -> command.addAll(List.of(arguments)));
        if (command.size() < 2) {
            messages.println("No display to open a window on. \"headroom render FILE -o OUT.png\" draws a picture.");
            return ExitCode.FAILED;
        }
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(NO_DISPLAY, "1");
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            messages.println("No display to open a window on, and no picture instead: " + e.getMessage());
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }
}
