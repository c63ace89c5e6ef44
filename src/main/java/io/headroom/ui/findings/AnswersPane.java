package io.headroom.ui.findings;

import io.headroom.check.legal.Fix;
import io.headroom.explore.advice.Advice;
import io.headroom.explore.question.Answer;
import io.headroom.format.Formatter;
import io.headroom.ui.theme.Nodes;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The reverse questions: how far the plan may go before it no longer passes. */
final class AnswersPane extends VBox {

    private final Rows<AnswerRow.Content, AnswerRow> rows;
    private final Label waived = Words.wrapped("hr-small", "hr-warn");

    AnswersPane(Consumer<Fix> onFix) {
        rows = new Rows<>(() -> new AnswerRow(onFix), AnswerRow::show);
        Label how = Words.wrapped("hr-small", "hr-muted");
        how.setText("The last value at which the plan is legal, fits and misses no hard requirement, exactly.");
        getChildren().addAll(how, waived, rows);
        getStyleClass().add("findings-block");
    }

    void show(Advice advice, Formatter format) {
        rows.show(advice.answers().stream()
                .map(answer -> AnswerRow.Content.of(answer, advice.judgement(), format)).toList());
        String missed = advice.answers().stream().map(Answer::waived).flatMap(List::stream).distinct()
                .map(Words::named).collect(Collectors.joining(", "));
        waived.setText(missed.isEmpty() ? "" : "! Left out, because missed in any case: " + missed + ".");
        Nodes.visible(waived, !missed.isEmpty());
    }
}
