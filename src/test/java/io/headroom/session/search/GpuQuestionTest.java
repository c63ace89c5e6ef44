package io.headroom.session.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Review;
import io.headroom.session.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GpuQuestionTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    @Test
    void readsListsAndBounds() {
        assertThat(GpuQuestion.parse(" 40, 16,24  32 ")).contains(new GpuQuestion(List.of(16, 24, 32, 40), 40));
        assertThat(GpuQuestion.parse("up to 64")).contains(new GpuQuestion(List.of(), 64));
        assertThat(GpuQuestion.parse("8")).contains(new GpuQuestion(List.of(8), 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "16,", "0", "16, 0", "-8", "4097", "up to 0", "up to 4097", "up to", "16.5",
        "999999999999"})
    void refusesWhatIsNeither(String text) {
        assertThat(GpuQuestion.parse(text)).isEmpty();
    }

    @Test
    void whatItWritesItReads() {
        for (String text : List.of("16, 24, 32, 40", "up to 64", "8")) {
            assertThat(GpuQuestion.parse(text).orElseThrow().text()).isEqualTo(text);
        }
    }

    @Test
    void asksForThePlansOfAReviewOrForHalfAndTwice() {
        // report 000 compares 16, 24, 32 and 40 GPUs
        Review series = Samples.read("report-000", CATALOG).review();
        assertThat(GpuQuestion.about(series.plans().getFirst(), series).text()).isEqualTo("16, 24, 32, 40");
        Review alone = Samples.read("deepseek-v3-16xh100-sxm", CATALOG).review();
        assertThat(GpuQuestion.about(alone.plans().getFirst(), alone).text()).isEqualTo("8, 16, 32");
        Review one = Samples.read("llama-3.1-8b-1xh100-sxm", CATALOG).review();
        assertThat(GpuQuestion.about(one.plans().getFirst(), one).text()).isEqualTo("1, 2, 4");
    }
}
