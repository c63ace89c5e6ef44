package io.headroom.estimate.explain;

import io.headroom.format.Formatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas of terms as people read them. */
public final class FormulaText {

    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private FormulaText() {
    }

    /** The formula with signs instead of operators that only programs write: "weights · 2 / tp"; empty for an input. */
    public static String symbols(Term term) {
        return printed(term.formula());
    }

    /** The formula with the values of its inputs in their places: "15.0 GB / 4"; empty for an input. */
    public static String filled(Term term, Formatter format) {
        Map<String, Term> inputs = new HashMap<>();
        term.inputs().forEach(input -> inputs.put(input.symbol(), input));
        Matcher matcher = SYMBOL.matcher(term.formula());
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            Term input = inputs.get(matcher.group());
            matcher.appendReplacement(text, Matcher.quoteReplacement(input == null ? matcher.group()
                    : format.text(input.value(), input.dimension())));
        }
        return printed(matcher.appendTail(text).toString());
    }

    private static String printed(String formula) {
        return formula.replace(" * ", " · ");
    }
}
