package io.headroom.estimate.explain;

import io.headroom.format.Dimension;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps what the arithmetic says: terms by symbol, in nested scopes, each linked to the terms of its formula. */
public final class Recorder implements Trace {

    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final Set<String> FUNCTIONS = Set.of("max", "min", "ceil", "floor");

    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final List<OperationCost> operations = new ArrayList<>();
    private final Map<String, Set<String>> symbols = new HashMap<>();

    /** Symbols of one scope. */
    private record Scope(String name, Map<String, Term> terms) {
    }

    /**
     * One operation of one layer of a pass.
     *
     * @param pass the pass and the kind of layer
     * @param name the operation
     * @param flop on one GPU
     * @param bytes of HBM moved by one GPU
     * @param seconds its time
     */
    public record OperationCost(String pass, String name, double flop, double bytes, double seconds) {
    }

    public Recorder() {
        scopes.push(new Scope("", new LinkedHashMap<>()));
    }

    @Override
    public void input(String symbol, String name, double value, Dimension dimension, String source) {
        put(new Term(symbol, name, "", List.of(), value, dimension, source));
    }

    @Override
    public void result(String symbol, String name, String formula, double value, Dimension dimension) {
        put(new Term(symbol, name, formula, inputsOf(symbol, formula), value, dimension, ""));
    }

    @Override
    public void sum(String symbol, String name, String prefix, double value, Dimension dimension) {
        List<String> summands = new ArrayList<>();
        for (String candidate : scopes.element().terms.keySet()) {
            if (candidate.startsWith(prefix)) {
                summands.add(candidate);
            }
        }
        result(symbol, name, summands.isEmpty() ? "0" : String.join(" + ", summands), value, dimension);
    }

    @Override
    public void open(String scope) {
        scopes.push(new Scope(scope, new LinkedHashMap<>()));
    }

    @Override
    public void export(String symbol, String as) {
        Term t = scopes.element().terms.get(symbol);
        Scope inner = scopes.pop();
        put(new Term(as, t.name(), t.formula(), t.inputs(), t.value(), t.dimension(), t.source()));
        scopes.push(inner);
    }

    @Override
    public void close() {
        scopes.pop();
    }

    @Override
    public void operation(String name, double flop, double bytes, double seconds) {
        List<String> path = new ArrayList<>();
        scopes.descendingIterator().forEachRemaining(s -> path.add(s.name()));
        operations.add(new OperationCost(String.join(", ", path.subList(1, path.size() - 1)), name, flop, bytes,
                seconds));
    }

    /** The term of {@code symbol} in the outermost scope. */
    public Optional<Term> term(String symbol) {
        return Optional.ofNullable(scopes.peekLast().terms.get(symbol));
    }

    /** All operations, in the order in which they were timed. */
    public List<OperationCost> operations() {
        return List.copyOf(operations);
    }

    private void put(Term term) {
        scopes.element().terms.put(term.symbol(), term);
    }

    private List<Term> inputsOf(String symbol, String formula) {
        List<Term> inputs = new ArrayList<>();
        // the chunks of a prompt repeat the same formulas
        for (String name : symbols.computeIfAbsent(formula, Recorder::symbolsIn)) {
            inputs.add(find(name).orElseThrow(() -> new IllegalStateException(
                    "the formula of " + symbol + " names " + name + ", which nobody recorded: " + formula)));
        }
        return List.copyOf(inputs);
    }

    private static Set<String> symbolsIn(String formula) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = SYMBOL.matcher(formula);
        while (matcher.find()) {
            if (!FUNCTIONS.contains(matcher.group()) && !isExponent(formula, matcher.start())) {
                names.add(matcher.group());
            }
        }
        return names;
    }

    /** Whether the letter at {@code at} is the E of a number such as 1.5E9. */
    private static boolean isExponent(String formula, int at) {
        return at > 0 && Character.isDigit(formula.charAt(at - 1));
    }

    private Optional<Term> find(String name) {
        for (Scope scope : scopes) {
            Term term = scope.terms.get(name);
            if (term != null) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
    }
}
