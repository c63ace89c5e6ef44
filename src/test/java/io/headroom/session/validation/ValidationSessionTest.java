package io.headroom.session.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The state without a toolkit. */
class ValidationSessionTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final String HEADER = "id,model,gpu,n_gpus,tp,framework,weight_dtype,isl,osl,concurrency,metric,unit,"
            + "value\n";
    private static final String GOOD = "m:a,Llama-3.1-8B,H100,1,1,vLLM,bf16,1024,128,16,tpot_ms,ms,9\n";

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final ValidationSession session = new ValidationSession(CATALOG, tasks::add, Runnable::run);

    @Test
    void tellsHowFarItIsAndEndsAtOnceWhenStopped() {
        List<Progress> seen = new ArrayList<>();
        session.progressProperty().subscribe(now -> {
            seen.add(now);
        });
        session.start();
        session.start();
        assertThat(tasks).as("one task however often it is asked for").hasSize(1);
        session.progressProperty().subscribe(now -> {
            if (now instanceof Progress.Running r && r.done() >= 100) {
                session.cancel();
            }
        });
        tasks.poll().run();
        assertThat(session.progressProperty().get()).isInstanceOf(Progress.Cancelled.class);
        // the public file has 4,579 rows; reports come every 50
        assertThat(seen).contains(new Progress.Running(50, 4579), new Progress.Running(100, 4579))
                .doesNotContain(new Progress.Running(150, 4579));
        assertThat(session.points(List.of())).isEmpty();
    }

    @Test
    void aGoodFileIsShownAndABadOneAfterwardsLeavesIt() {
        open("good.csv", HEADER + GOOD + "m:b,Llama-3.1-8B,H100,1,1,vLLM,bf16,1024,128,16,tpot_ms,ms,fast\n");
        assertThat(session.points(List.of())).extracting(p -> p.row().id()).containsExactly("m:a");
        assertThat(session.importedProperty().get().problems())
                .containsExactly("good.csv:3: m:b: no positive value");
        open("bad.csv", "no,header\n");
        assertThat(session.importedProperty().get().isRefused()).isTrue();
        assertThat(session.importedProperty().get().problems().getFirst()).startsWith("bad.csv:1:");
        assertThat(session.points(List.of())).hasSize(1);
        session.close();
        assertThat(session.points(List.of())).isEmpty();
        assertThat(session.importedProperty().get().isOpen()).isFalse();
    }

    @Test
    void aRowCutShortIsCountedAndTheOthersAreShown() {
        open("cut.csv", HEADER + "m:b,Llama-3.1-8B\n" + GOOD);
        assertThat(session.points(List.of())).extracting(p -> p.row().id()).containsExactly("m:a");
        assertThat(session.importedProperty().get().problems())
                .containsExactly("cut.csv:2: m:b: row cut short: 2 fields of 13");
        assertThat(session.importedProperty().get().result().skippedByReason()).containsExactly(
                Map.entry("row cut short", 1));
        assertThat(session.importedProperty().get().isRefused()).isFalse();
    }

    private void open(String name, String text) {
        session.open(name, text.getBytes(StandardCharsets.UTF_8));
        tasks.poll().run();
    }
}
