package io.headroom.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.json.JsonRefused;
import io.headroom.plan.Review;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reading and writing are inverse, whatever the review; damaged files give a message and never anything else. */
class RoundTripTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    @Test
    void twoThousandFiveHundredReviews() throws JsonRefused {
        RandomReviews reviews = new RandomReviews(20260101, CATALOG);
        for (int i = 0; i < 2500; i++) {
            Review review = reviews.next();
            byte[] bytes = PlanFile.write(review);
            Opened opened = PlanFile.read("p.json", bytes, CATALOG);
            assertThat(opened.review()).as(() -> RandomReviews.text(review)).isEqualTo(review);
            assertThat(PlanFile.write(opened.review())).isEqualTo(bytes);
        }
    }

    @Test
    void bytesDoNotDependOnTheLocale() throws JsonRefused {
        Locale before = Locale.getDefault();
        try {
            Review review = new RandomReviews(5, CATALOG).next();
            byte[] bytes = PlanFile.write(review);
            for (String tag : new String[] {"de", "tr", "ar-EG", "hi"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(PlanFile.write(review)).isEqualTo(bytes);
                assertThat(PlanFile.read("p.json", bytes, CATALOG).review()).isEqualTo(review);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void samplePlansSurvive() throws IOException, JsonRefused {
        Path folder = Path.of("sample-plans");
        Assumptions.assumeTrue(Files.isDirectory(folder));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                Opened opened = PlanFile.read(file.toString(), Files.readAllBytes(file), CATALOG);
                assertThat(opened.remarks()).as(file.toString()).isEmpty();
                byte[] bytes = PlanFile.write(opened.review());
                assertThat(PlanFile.read(file.toString(), bytes, CATALOG).review()).isEqualTo(opened.review());
            }
        }
    }

    @Test
    void cutAtEveryLength() {
        byte[] whole = PlanFileTest.SAMPLE.strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThat(refusal(cut)).as("cut at %d", length).isNotNull().contains("p.json:").contains(": found ");
        }
        assertThat(refusal(whole)).isNull();
    }

    @Test
    void flippedBytes() {
        byte[] whole = PlanFileTest.SAMPLE.getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(11);
        int refused = 0;
        for (int i = 0; i < 4000; i++) {
            byte[] damaged = whole.clone();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            String message = refusal(damaged);
            if (message != null) {
                refused++;
                assertThat(message).startsWith("p.json:").contains(": found ").contains(", needs ");
            }
        }
        assertThat(refused).isGreaterThan(2000);
    }

    // null where the bytes were read; what is read must be writable
    private static String refusal(byte[] bytes) {
        try {
            PlanFile.write(PlanFile.read("p.json", bytes, CATALOG).review());
            return null;
        } catch (JsonRefused e) {
            return e.getMessage();
        }
    }
}
