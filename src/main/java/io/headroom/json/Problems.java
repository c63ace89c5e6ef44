package io.headroom.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with one file, so that a reader hears of everything at once. */
public final class Problems {

    /** Problems of one file that are kept. */
    public static final int KEPT = 20;

    // a file of millions of wrong values must not fill the memory before the first 20 are sorted out
    private static final int GATHERED = 10_000;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private int count;

    public Problems(String file) {
        this.file = file;
    }

    /** Name of the file. */
    public String file() {
        return file;
    }

    /** Adds a problem. */
    public void add(Location at, String found, String allowed) {
        count++;
        if (problems.size() < GATHERED) {
            problems.add(new Problem(file, at, found, allowed));
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** How many there are, also of those not kept. */
    public int count() {
        return count;
    }

    /** The first 20 by line and column. */
    public List<Problem> list() {
        return problems.stream()
                .sorted(Comparator.comparingInt((Problem p) -> p.at().line()).thenComparingInt(p -> p.at().column()))
                .limit(KEPT).toList();
    }

    /** Refuses the file unless there is no problem. */
    public void throwIfAny() throws JsonRefused {
        if (!isEmpty()) {
            throw new JsonRefused(this);
        }
    }
}
