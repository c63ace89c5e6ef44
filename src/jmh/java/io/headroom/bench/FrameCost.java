package io.headroom.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * What frames cost: processor time and bytes by phase, which other programs on the machine disturb far less than they
 * disturb the time on a clock.
 *
 * <p>Called on the FX thread only. Its phases: the change with estimate and judgement; the views, which is what they tell
 * their nodes; CSS and layout, which records the charts' pictures; and the rest, which is bounds, the copy of the scene to
 * the thread that paints, and the copy of the picture to the screen. On the other thread: painting.
 */
final class FrameCost {

    /** What the two threads do for a frame. */
    enum Phase { CHANGE, VIEWS, LAYOUT, REST, PAINT }

    private static final String PAINTER = "QuantumRenderer";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long fx = Thread.currentThread().threadId();
    private final long painter = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
            .filter(t -> t != null && t.getThreadName().startsWith(PAINTER)).findFirst().orElseThrow().getThreadId();
    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private final Map<Phase, Long> bytes = new EnumMap<>(Phase.class);
    private final Scene scene;
    private final Runnable beforeLayout = this::beforeLayout;
    private final Runnable afterLayout = this::afterLayout;
    private Reading fxStart;
    private Reading painterStart;
    private Reading layoutStart;
    private long frames;

    private record Reading(long nanos, long bytes) {
    }

    FrameCost(Scene scene) {
        this.scene = scene;
    }

    /** Begins to count. */
    void start() {
        fxStart = read(fx);
        painterStart = read(painter);
        scene.addPreLayoutPulseListener(beforeLayout);
        scene.addPostLayoutPulseListener(afterLayout);
    }

    /** Changes something and redraws the views, as a move of a slider does, and counts both. */
    void frame(Runnable change, Runnable views) {
        Reading start = read(fx);
        change.run();
        Reading changed = read(fx);
        views.run();
        add(Phase.CHANGE, start, changed);
        add(Phase.VIEWS, changed, read(fx));
        frames++;
    }

    /** Counts no more; what is in none of the other phases is the rest. */
    void stop() {
        scene.removePreLayoutPulseListener(beforeLayout);
        scene.removePostLayoutPulseListener(afterLayout);
        add(Phase.PAINT, painterStart, read(painter));
        Reading whole = read(fx);
        nanos.put(Phase.REST, whole.nanos - fxStart.nanos - sumOfFx(nanos));
        bytes.put(Phase.REST, whole.bytes - fxStart.bytes - sumOfFx(bytes));
    }

    /** Milliseconds of processor time a frame. */
    double milliseconds(Phase phase) {
        return nanos.getOrDefault(phase, 0L) / 1e6 / frames;
    }

    /** Kilobytes a frame. */
    double kilobytes(Phase phase) {
        return bytes.getOrDefault(phase, 0L) / 1e3 / frames;
    }

    /** Nodes of a scene that are seen. */
    static int nodes(Parent parent) {
        return 1 + parent.getChildrenUnmodifiable().stream().filter(Node::isVisible)
                .mapToInt(n -> n instanceof Parent p ? nodes(p) : 1).sum();
    }

    private static long sumOfFx(Map<Phase, Long> amounts) {
        return amounts.entrySet().stream().filter(e -> e.getKey() != Phase.PAINT && e.getKey() != Phase.REST)
                .mapToLong(Map.Entry::getValue).sum();
    }

    private void beforeLayout() {
        layoutStart = read(fx);
    }

    private void afterLayout() {
        if (layoutStart != null) {
            add(Phase.LAYOUT, layoutStart, read(fx));
        }
    }

    private void add(Phase phase, Reading from, Reading to) {
        nanos.merge(phase, to.nanos - from.nanos, Long::sum);
        bytes.merge(phase, to.bytes - from.bytes, Long::sum);
    }

    private Reading read(long thread) {
        return new Reading(threads.getThreadCpuTime(thread), threads.getThreadAllocatedBytes(thread));
    }
}
