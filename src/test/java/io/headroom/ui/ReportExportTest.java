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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of what is on the screen, made beside the work at the screen. */
class ReportExportTest extends WindowTest {

    private static final int CHARTS = 8;

    @TempDir
    Path folder;

    private final SlowWork slow = new SlowWork();

    @Override
    Work work() {
        return slow.work();
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
        slow.isSlow = true;
        export(folder.resolve("review.html"));
        assertThat(byId("export").isVisible()).isTrue();
        onWindow(() -> find(Button.class, "export.cancel").fire());
        assertThat(byId("export").isVisible()).isFalse();
        onWindow(() -> slow.waiting.forEach(Runnable::run));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aReportThatCannotBeWrittenSaysWhy() {
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

    private void export(Path file) {
        prompts.report = file;
        onWindow(() -> window.commands().run(Command.REPORT));
    }
}
