package io.headroom.ui.explain;

import io.headroom.estimate.explain.Term;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** A place in the tree of terms: a slider changes the term that stands there and leaves the place. */
public final class TermPlace {

    private final ObjectProperty<Term> term;

    TermPlace(Term term) {
        this.term = new SimpleObjectProperty<>(this, "term", term);
    }

    /** The term that stands here now; null where the place was given up, which rows in store may hold for long. */
    public Term term() {
        return term.get();
    }

    /** Its text, which changes with it. */
    ObservableValue<String> text(Function<Term, String> text) {
        return term.map(text);
    }

    void set(Term now) {
        term.set(now);
    }
}
