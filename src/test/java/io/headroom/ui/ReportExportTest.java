package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.planfile.Embedded;
import io.headroom.planfile.PlanFile;
import io.headroom.session.Samples;
import io.headroom.ui.command.Command;
import io.headroom.ui.view.Work;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of what is on the screen, made beside the work at the screen. */
class ReportExportTest extends WindowTest {

    private static final int CHARTS = 8;
    private static final long LONGEST_MILLIS = 300_000;

    @TempDir
    Path folder;

    private final SlowWork slow = new SlowWork();

    private final List<Runnable> later = new CopyOnWriteArrayList<>();

    @Override
    Work work() {
        return new Work(slow.work().background(), task -> {
            if (Platform.isFxApplicationThread()) {
                task.run();
            } else {
                Platform.runLater(task);
            }
        }, later::add);
    }

    @Test
    void theReportHasTheChartsOfTheScreenAndOpensAgain() throws Exception {
        Path file = folder.resolve("review.html");
        export(file);
        String html = Files.readString(file);
        Matcher images = Pattern.compile("data:image/png;base64,([^\"]+)").matcher(html);
        Set<Integer> colours = new HashSet<>();
        int count = 0;
        while (images.find()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(images.group(1))));
            assertThat(image.getWidth()).isEqualTo(1000);
            colours.clear();
            for (int x = 0; x < image.getWidth(); x += 3) {
                for (int y = 0; y < image.getHeight(); y += 3) {
                    colours.add(image.getRGB(x, y));
                }
            }
            assertThat(colours).as("an empty chart").hasSizeGreaterThan(20);
            count++;
        }
        assertThat(count).isEqualTo(CHARTS);
        assertThat(byId("export").isVisible()).isFalse();
        assertThat(PlanFile.read("x", Embedded.find(Files.readAllBytes(file)).orElseThrow(), CATALOG).review())
                .isEqualTo(session.reviewProperty().get());

        onWindow(() -> documents.openSample(Samples.NAMES.getLast()));
        onWindow(() -> files.open(file));
        assertThat(session.planProperty().get().name()).isEqualTo(review(Samples.FIRST).plans().getFirst().name());
        assertThat(documents.documentProperty().get().file()).as("a report is no file to save to").isNull();
    }

    @Test
    void aReportUnderWayIsSeenAndStoppedAndLeavesNoFile() throws Exception {
        ask(folder.resolve("review.html"));
        assertThat(byId("export").isVisible()).isTrue();
        onWindow(() -> find(Button.class, "export.cancel").fire());
        assertThat(byId("export").isVisible()).isFalse();
        onWindow(() -> slow.waiting.forEach(Runnable::run));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void noChartIsPaintedWhileSomebodyDrags() throws Exception {
        onWindow(session::beginGesture);
        Path file = folder.resolve("review.html");
        Thread worker = begin(file);
        for (int i = 0; i < 1200 && later.isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(later).as("put off").hasSize(1);
        assertThat(find(Label.class, "export.words").getText()).contains("chart 1 of 8");
        onWindow(session::endGesture);
        later.removeFirst().run();
        worker.join(LONGEST_MILLIS);
        settle();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aReportThatCannotBeWrittenSaysWhy() throws Exception {
        export(folder.resolve("gone").resolve("review.html"));
        assertThat(byId("notice").isVisible()).isTrue();
        assertThat(find(Label.class, "export.words").getParent().isVisible()).isFalse();
    }

    @Test
    void markdownComesWithAPictureOfEachChart() throws Exception {
        export(folder.resolve("review.md"));
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made.filter(f -> f.toString().endsWith(".png"))).hasSize(CHARTS);
        }
        assertThat(Files.readString(folder.resolve("review.md"), StandardCharsets.UTF_8)).contains("(review-roofline.png)");
        assertThat(folder.resolve("review.csv")).isNotEmptyFile();
    }

    /** Asks for a report and waits until it is made, on a thread of its own as in the program. */
    private void export(Path file) throws InterruptedException {
        begin(file).join(LONGEST_MILLIS);
        settle();
    }

    private Thread begin(Path file) {
        ask(file);
        Thread worker = new Thread(slow.waiting.removeFirst());
        worker.setDaemon(true);
        worker.start();
        return worker;
    }

    private void ask(Path file) {
        slow.isSlow = true;
        prompts.report = file;
        onWindow(() -> window.commands().run(Command.REPORT));
    }
}
