package io.headroom.session.turn;

import java.util.concurrent.Executor;

/** One piece of work from its beginning until another takes its place. For the thread that works. */
public final class Turn {

    private final Executor owner;
    private volatile boolean isOver;

    Turn(Executor owner) {
        this.owner = owner;
    }

    /** Whether anybody waits for it still. */
    public boolean isWanted() {
        return !isOver;
    }

    /** Does {@code change} on the owner's thread, unless nobody waits for it any more by then. */
    public void tell(Runnable change) {
        owner.execute(() -> {
            if (!isOver) {
                change.run();
            }
        });
    }

    void end() {
        isOver = true;
    }
}
