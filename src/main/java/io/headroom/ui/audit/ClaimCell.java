package io.headroom.ui.audit;

import io.headroom.session.audit.ClaimRow;
import io.headroom.session.audit.ClaimText;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.StyleClasses;
import java.util.function.Function;
import javafx.scene.control.TableCell;

/** A cell of the table, with all of its text in a tooltip where that is cut. */
class ClaimCell extends TableCell<ClaimRow, ClaimRow> {

    private final Function<ClaimRow, String> text;
    private final Hint hint = Hint.on(this);

    ClaimCell(Function<ClaimRow, String> text, boolean isNumber) {
        this.text = text;
        if (isNumber) {
            getStyleClass().add("hr-number");
        }
    }

    @Override
    protected void updateItem(ClaimRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        String words = isEmpty || row == null ? null : text.apply(row);
        setText(words);
        hint.say(words == null ? "" : words);
    }

    /** A sign, a word and a colour. */
    static final class Verdict extends ClaimCell {

        Verdict() {
            super(ClaimText::verdict, false);
        }

        @Override
        protected void updateItem(ClaimRow row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            StyleClasses.choose(this, VerdictLook.ALL, isEmpty || row == null ? "" : VerdictLook.of(row));
        }
    }
}
