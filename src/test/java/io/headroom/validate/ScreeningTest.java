package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Profile;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreeningTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Profile PLAN = CATALOG.profile("plan").orElseThrow();
    private static final String ROW = "x:%s,%s,%s,%s,%s,1,1,1,vLLM,%s,,1024,1024,%s,,tpot_ms,ms,%s,";

    @Test
    void oneValueUnderTwoLayoutsIsDoubtedInBoth() {
        assertThat(doubts(row("a", 4, 4, 16, "12.3456"), row("b", 8, 8, 16, "12.3456"), row("c", 2, 2, 16, "20.5")))
                .containsExactly(Screening.SAME_VALUE, Screening.SAME_VALUE, "");
    }

    @Test
    void aStepThatShrinksWithMoreRequestsIsDoubted() {
        assertThat(doubts(row("a", 4, 4, 16, "20.1"), row("b", 4, 4, 32, "12.2"), row("c", 4, 4, 64, "30.3")))
                .containsExactly(Screening.NOT_MONOTONE, Screening.NOT_MONOTONE, "");
    }

    @Test
    void valuesFarApartOfOneConfigurationAreDoubted() {
        assertThat(doubts(row("a", 4, 4, 16, "20.1"), row("b", 4, 4, 16, "40.3"), row("c", 4, 4, 32, "41")))
                .containsExactly(Screening.CONTRADICTS, Screening.CONTRADICTS, "");
    }

    // 70.6e9 x 2 bytes / 3.35 TB/s = 42 ms on one H100, and they do not fit its 80 GB; on two, 21 ms
    @Test
    void physicsIsNotNegotiable() {
        assertThat(doubts(ROW.formatted("a", "Llama-3.1-70B", "H100", 1, 1, "bf16", 1, 50),
                ROW.formatted("b", "Llama-3.1-70B", "H100", 2, 2, "bf16", 1, 15),
                ROW.formatted("c", "Llama-3.1-70B", "H100", 2, 2, "bf16", 2, 25)))
                .containsExactly(Screening.NO_ROOM, Screening.BELOW_BOUND, "");
    }

    // README.md of the collection: rows of B200 "are probably with multi-token prediction"; its first tokens are as others'
    @Test
    void seriesThatTheirCollectorsDoubtAreDoubted() {
        List<ValidatedRow> rows = Validation.run(Rows.all().stream()
                .filter(m -> m.id().startsWith("aic:DeepSeek-R1-0528-b200-trtllm-fp8") || m.id().startsWith("aic:Qwen3.5-397B"))
                .toList(), CATALOG, PLAN).rows();
        assertThat(rows).filteredOn(r -> r.doubt().equals(Screening.SPECULATIVE)).isNotEmpty().allSatisfy(r -> {
            assertThat(r.quantity()).isNotEqualTo(Quantity.TTFT);
            assertThat(r.measurement().gpu()).startsWith("B200");
            assertThat(r.measurement().engineVersion().equals("1.2.0rc6.post3") || r.measurement().tensor().equals("4")
                    && r.measurement().weightType().equals("fp8")).isTrue();
        });
        assertThat(rows).filteredOn(r -> r.measurement().engineVersion().equals("1.2.0rc6.post2")).isNotEmpty()
                .allSatisfy(r -> assertThat(r.doubt()).isEmpty());
    }

    @Test
    void doubtedRowsEnterNoTable() {
        ValidationResult result = Validation.run(Rows.of(row("a", 4, 4, 16, "20.1"), row("b", 4, 4, 16, "40.3"),
                row("c", 4, 4, 32, "41")), CATALOG, PLAN);
        assertThat(ErrorTable.of(result.rows(), Grouping.QUANTITY).statistics()).containsOnlyKeys(List.of("TPOT"))
                .extractingByKey(List.of("TPOT")).extracting(ErrorStatistics::count).isEqualTo(1);
    }

    private static String row(String id, int gpus, int tp, int concurrency, String value) {
        return ROW.formatted(id, "Llama-3.1-8B", "H100", gpus, tp, "bf16", concurrency, value);
    }

    private static List<String> doubts(String... rows) {
        return Validation.run(Rows.of(rows), CATALOG, PLAN).rows().stream().map(ValidatedRow::doubt).toList();
    }
}
