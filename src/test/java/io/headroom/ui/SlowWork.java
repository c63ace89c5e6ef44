package io.headroom.ui;

import io.headroom.ui.view.Work;
import java.util.ArrayList;
import java.util.List;

/** Work that is done at once, or kept until a test wants it done. */
final class SlowWork {

    final List<Runnable> waiting = new ArrayList<>();
    boolean isSlow;

    /** As a window takes it. */
    Work work() {
        return new Work(task -> {
            if (isSlow) {
                waiting.add(task);
            } else {
                task.run();
            }
        }, Runnable::run);
    }
}
