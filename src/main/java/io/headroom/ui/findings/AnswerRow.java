package io.headroom.ui.findings;

import io.headroom.check.Judgement;
import io.headroom.check.legal.Fix;
import io.headroom.explore.question.Answer;
import io.headroom.explore.question.Question;
import io.headroom.format.Formatter;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.Nodes;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One reverse question: its name, its answer, what the plan has now, why it ends there, and the way to go there. */
final class AnswerRow extends VBox {

    private final Label name = new Label();
    private final Label value = new Label();
    private final Label now = new Label();
    private final Label reason = Words.wrapped("hr-small", "hr-muted");
    private final Button adopt = new Button("Adopt");
    private final Hint hint = Hint.on(name);
    private Content shown;

    /**
     * What a row says.
     *
     * @param question what is asked
     * @param number the answer
     * @param now what the plan has
     * @param reason why it ends there
     * @param fix the edit that goes there, unless the plan is there
     */
    record Content(Question question, String number, String now, String reason, Optional<Fix> fix) {

        static Content of(Answer answer, Judgement judgement, Formatter format) {
            Question question = answer.question();
            return new Content(question, answer.number(),
                    Double.isNaN(question.now(judgement)) ? ""
                            : "now " + format.text(question.now(judgement), question.dimension()),
                    Words.sentence(Words.named(answer.reason())),
                    answer.value() == question.now(judgement) ? Optional.empty() : answer.fix());
        }
    }

    AnswerRow(Consumer<Fix> onFix) {
        getStyleClass().add("answer");
        name.getStyleClass().add("answer-name");
        value.getStyleClass().addAll("answer-value", "hr-strong");
        now.getStyleClass().addAll("answer-now", "hr-muted", "hr-small");
        for (Label label : new Label[] {name, value, now}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        adopt.setMinWidth(Region.USE_PREF_SIZE);
        adopt.setOnAction(e -> shown.fix().ifPresent(onFix));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(name, value, now, gap, adopt);
        top.getStyleClass().add("answer-top");
        getChildren().addAll(top, reason);
    }

    void show(Content content) {
        shown = content;
        String label = Words.sentence(content.question().label());
        name.setText(label);
        hint.say(Words.sentence(content.question().explanation()));
        value.setText(content.number());
        now.setText(content.now());
        reason.setText(content.reason());
        Nodes.visible(reason, !content.reason().isEmpty());
        adopt.setVisible(content.fix().isPresent());
        adopt.setId("adopt." + content.question().name());
        adopt.setAccessibleText("Adopt " + content.fix().map(Fix::label).orElse(label));
    }
}
