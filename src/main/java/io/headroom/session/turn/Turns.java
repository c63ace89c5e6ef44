package io.headroom.session.turn;

import java.util.concurrent.Executor;

/** Turns of one kind of work, of which at most one goes on. Used on its owner's thread only. */
public final class Turns {

    private final Executor owner;
    private Turn last;

    /** @param owner the thread that owns what the work changes */
    public Turns(Executor owner) {
        this.owner = owner;
        this.last = new Turn(owner);
    }

    /** Ends the turn before and begins another. */
    public Turn next() {
        last.end();
        last = new Turn(owner);
        return last;
    }

    /** Ends the turn that goes on, if there is one. */
    public void end() {
        last.end();
    }
}
