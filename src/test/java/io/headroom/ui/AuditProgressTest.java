package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.session.Change;
import io.headroom.session.audit.ClaimRow;
import io.headroom.session.audit.ClaimText;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

/** The audit while it is being done: the worker does a task when the test says so. */
class AuditProgressTest extends WindowTest {

    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    Work work() {
        return new Work(tasks::add, Runnable::run);
    }

    @Test
    void nothingIsAuditedWhileAnotherViewIsShown() {
        requests(256);
        assertThat(tasks).isEmpty();
        show();
        assertThat(tasks).hasSize(1);
        onWindow(() -> tasks.poll().run());
        onWindow(() -> window.views().select(ViewName.PLAN));
        requests(512);
        assertThat(tasks).isEmpty();
    }

    // KV cache of the sample: 0.805 GB at 128 requests, so that 512 take 3.22 GB
    @Test
    void ofManyEditsTheLastIsAuditedAndWhatIsOldIsMarked() {
        show();
        onWindow(() -> tasks.poll().run());
        assertThat(byId("audit.atWork").isVisible()).isFalse();
        requests(200);
        requests(300);
        requests(512);
        assertThat(byId("audit.atWork").isVisible()).isTrue();
        assertThat(byId("audit.veil").isVisible()).isTrue();
        List<ClaimRow> before = rows();
        assertThat(kvCache()).as("the old values stay until there are new ones").isEqualTo("0.805 GB");
        while (tasks.size() > 1) {
            onWindow(() -> tasks.poll().run());
            assertThat(rows()).as("those in between are left out").isEqualTo(before);
            assertThat(byId("audit.veil").isVisible()).isTrue();
        }
        onWindow(() -> tasks.poll().run());
        assertThat(byId("audit.veil").isVisible()).isFalse();
        assertThat(byId("audit.atWork").isVisible()).isFalse();
        assertThat(kvCache()).isEqualTo("3.22 GB");
    }

    private void show() {
        onWindow(() -> window.views().select(ViewName.AUDIT));
    }

    private void requests(int count) {
        onWindow(() -> session.edit(Change.of("test"),
                p -> p.withWorkload(p.workload().withConcurrentRequests(count))));
    }

    @SuppressWarnings("unchecked")
    private List<ClaimRow> rows() {
        return List.copyOf(((TableView<ClaimRow>) find(TableView.class, "audit.table")).getItems());
    }

    private String kvCache() {
        return rows().stream()
                .filter(row -> ClaimText.claimed(row.claim()).equals("0.79 GB")).map(ClaimText::computed).findFirst().orElseThrow();
    }
}
