package io.headroom;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.cli.Window;
import io.headroom.cli.input.ExitCode;
import io.headroom.json.JsonRefused;
import io.headroom.planfile.Document;
import io.headroom.planfile.Documents;
import io.headroom.planfile.PlanFile;
import io.headroom.planfile.disk.FileRefused;
import io.headroom.planfile.disk.SaveResult;
import io.headroom.report.read.ReportReader;
import io.headroom.report.read.text.NotReadable;
import io.headroom.session.Samples;
import io.headroom.ui.Snapshot;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Application;

/** Opens the window; where there is no display it draws the same window into a picture instead of failing. */
final class WindowLauncher implements Window {

    private static final Path X_SOCKETS = Path.of("/tmp/.X11-unix");
    // ":1", "unix:1.0": a display of this machine by its number; another name is that of another machine
    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");
    private static final Path PICTURE = Path.of("headroom.png");

    private final PrintStream messages;

    WindowLauncher(PrintStream messages) {
        this.messages = messages;
    }

    @Override
    public int open(Optional<Path> file) {
        if (Trial.isWanted()) {
            Trial.run(messages, file.map(Path::toString).stream().toArray(String[]::new));
            return end();
        }
        if (!hasDisplay(System.getenv().getOrDefault("DISPLAY", ""), System.getProperty("os.name"), X_SOCKETS)
                || System.getProperty("glass.platform", "").equals("Headless")) {
            return drawInstead(file);
        }
        try {
            Application.launch(App.class, file.map(Path::toString).stream().toArray(String[]::new));
            return end();
        } catch (RuntimeException | LinkageError e) {
            if (App.hasStarted()) {
                throw e;
            }
            // the toolkit cannot be started twice in one process, so no picture here
            messages.println("No window can be opened here: " + reason(e)
                    + ". A picture needs no display: headroom render FILE -o OUT.png");
            return ExitCode.FAILED;
        }
    }

    /** Whether a display is named, and one of this machine is there; systems other than Linux always have one. */
    static boolean hasDisplay(String name, String system, Path sockets) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return true;
        }
        Matcher local = LOCAL.matcher(name);
        return local.matches() ? Files.exists(sockets.resolve("X" + local.group(1))) : !name.isEmpty();
    }

    private static int end() {
        App.failure().ifPresent(e -> {
            throw e;
        });
        return ExitCode.OK;
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason is given");
    }

    private int drawInstead(Optional<Path> file) {
        Catalog catalog = CatalogFiles.load();
        Documents documents = new Documents(catalog);
        try {
            Document document = file.isPresent() ? read(file.get(), documents, catalog)
                    : new Document(null, Samples.read(Samples.FIRST, catalog), null);
            String title = file.map(f -> f.getFileName().toString()).orElse(Samples.title(Samples.FIRST));
            byte[] png = Pictures.draw(document, title, catalog, Snapshot.Frame.DEFAULT);
            SaveResult saved = documents.export(PICTURE, png);
            boolean isSaved = saved instanceof SaveResult.Saved;
            messages.println(isSaved ? "No display to open a window on: drew it into " + PICTURE.toAbsolutePath()
                    : saved.message());
            return isSaved ? ExitCode.OK : ExitCode.FAILED;
        } catch (JsonRefused | NotReadable e) {
            messages.println(e.getMessage());
            return ExitCode.NOT_VALID;
        } catch (FileRefused e) {
            messages.println(e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private static Document read(Path file, Documents documents, Catalog catalog) throws JsonRefused, FileRefused, NotReadable {
        byte[] bytes = documents.read(file);
        String name = file.getFileName().toString();
        return name.endsWith(PlanFile.EXTENSION) || PlanFile.isMeant(bytes) ? documents.open(file)
                : Document.unsaved(ReportReader.read(name, bytes, catalog).review());
    }
}
