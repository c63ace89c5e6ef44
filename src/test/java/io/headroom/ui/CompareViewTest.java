package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.explore.compare.Row;
import io.headroom.ui.view.ViewName;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

class CompareViewTest extends WindowTest {

    @SuppressWarnings("unchecked")
    private List<Row> rows() {
        return List.copyOf(((TableView<Row>) find(TableView.class, "compare.table")).getItems());
    }

    @Test
    void showsWhatDiffersAndSaysItInWords() {
        onWindow(() -> {
            window.views().select(ViewName.COMPARE);
            session.select(1);
        });
        assertThat(rows()).allMatch(r -> r.differs(0)).extracting(Row::name).startsWith("TP", "DP");
        assertThat(find(Label.class, "compare.words").getText().replace('\u00a0', ' ')).startsWith("optimized against original: TP 2 → 4");
        onWindow(() -> session.select(0));
        assertThat(find(Label.class, "compare.words").getText()).isEqualTo("original is the baseline.");
    }

    @Test
    void everythingIsThereOnDemandAndACopyIsAColumnMore() {
        onWindow(() -> window.views().select(ViewName.COMPARE));
        int differing = rows().size();
        robot.clickOn("Only what differs");
        settle();
        assertThat(rows()).hasSizeGreaterThan(differing);
        int columns = find(TableView.class, "compare.table").getColumns().size();
        onWindow(session::duplicate);
        assertThat(find(TableView.class, "compare.table").getColumns()).hasSize(columns + 1);
    }
}
