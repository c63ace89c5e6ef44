package io.headroom.estimate.explain;

import io.headroom.format.Dimension;

/**
 * Where the arithmetic says what it does, when somebody listens.
 *
 * <p>The estimator runs the same code with and without a trace; without one it is null, and the calls below cost a
 * comparison. Formulas are expressions over the symbols of terms recorded before, in this scope or an outer one.
 */
public interface Trace {

    /** Records an input. */
    void input(String symbol, String name, double value, Dimension dimension, String source);

    /** Records a result. */
    void result(String symbol, String name, String formula, double value, Dimension dimension);

    /** Opens a scope: symbols recorded from now on hide outer ones of the same name. */
    void open(String scope);

    /** Makes a symbol of this scope known in the enclosing one under another name. */
    void export(String symbol, String as);

    /** Closes the innermost scope. */
    void close();

    /** Records a result that is the sum of all terms of this scope whose symbols start with {@code prefix}. */
    void sum(String symbol, String name, String prefix, double value, Dimension dimension);

    /** Records one operation of a pass, for roofline charts and tables. */
    void operation(String name, double flop, double bytes, double seconds);

    /** Records a result if somebody listens; returns it. */
    static double term(Trace trace, String symbol, String name, String formula, double value, Dimension dimension) {
        if (trace != null) {
            trace.result(symbol, name, formula, value, dimension);
        }
        return value;
    }
}
