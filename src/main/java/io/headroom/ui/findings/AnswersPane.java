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
    private final Label illegal = Words.wrapped("hr-small", "hr-warn");
    private final Label waived = Words.wrapped("hr-small", "hr-warn");

    AnswersPane(Consumer<Fix> onFix) {
        rows = new Rows<>(() -> new AnswerRow(onFix), AnswerRow::show);
        Label how = Words.wrapped("hr-small", "hr-muted");
        how.setText("The last value at which the plan is legal, fits and misses no hard requirement, exactly.");
        getChildren().addAll(how, illegal, waived, rows);
        illegal.setText("! The plan is not legal; most questions have no answer until it is.");
        getStyleClass().add("findings-block");
    }

    void show(Advice advice, Formatter format) {
        // a plan that is not legal passes nowhere: saying so once is enough
        boolean isLegal = advice.judgement().isLegal() && advice.judgement().estimate().isPresent();
        Nodes.visible(illegal, !isLegal);
        rows.show(advice.answers().stream().filter(answer -> isLegal || answer.kind() == Answer.Kind.FOUND)
                .map(answer -> AnswerRow.Content.of(answer, advice.judgement(), format)).toList());
        String missed = advice.answers().stream().map(Answer::waived).flatMap(List::stream).distinct()
                .map(Words::named).collect(Collectors.joining(", "));
        waived.setText(missed.isEmpty() ? "" : "! Left out, because missed in any case: " + missed + ".");
        Nodes.visible(waived, !missed.isEmpty());
    }
}
