package io.headroom.ui.input;

import io.headroom.explore.input.Stop;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * A slider over the index of a list of stops; it can rest only on legal ones.
 *
 * <p>What JavaFX's slider does differently and this one corrects: it moves by 10 on a key, snaps only when released,
 * has equal ticks only, ignores Up, Down and Page keys, and reads out its raw number. {@code valueChanging} is true
 * from press to release of mouse or key, so that listeners can take all changes between as one.
 */
final class PlanSlider extends Slider {

    private static final int PAGE = 2;

    private final String name;
    private final DoubleConsumer onValue;
    private List<Stop> stops = List.of(Stop.of(0));
    private DoubleFunction<String> text = String::valueOf;
    private int at;
    private boolean isShowing;

    /**
     * @param name spoken name
     * @param onValue told of each new value that the user chooses
     */
    PlanSlider(String name, DoubleConsumer onValue) {
        this.name = name;
        this.onValue = onValue;
        setMin(0);
        setBlockIncrement(1);
        setMajorTickUnit(1);
        setMinorTickCount(0);
        setAccessibleText(name);
        valueProperty().subscribe((before, now) -> follow(now.doubleValue()));
        addEventFilter(MouseEvent.MOUSE_PRESSED, new ThumbDrag(this)::press);
        // a press that closes a list never gets here, and JavaFX's own thumb fails on a drag without one
        addEventFilter(MouseEvent.MOUSE_DRAGGED, MouseEvent::consume);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_RELEASED, e -> setValueChanging(false));
        focusedProperty().subscribe((before, now) -> {
            if (!now) {
                setValueChanging(false);
            }
        });
    }

    /** Shows {@code value}, which is one of {@code now}. */
    void show(List<Stop> now, double value, DoubleFunction<String> toText) {
        isShowing = true;
        stops = now;
        text = toText;
        setMax(Math.max(1, now.size() - 1));
        at = indexOf(value);
        setValue(at);
        isShowing = false;
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
    }

    /** Moves by {@code steps} legal stops. */
    void move(int steps) {
        int target = at;
        for (int i = 0; i < Math.abs(steps); i++) {
            target = nextLegal(target, Integer.signum(steps));
        }
        choose(target);
    }

    /** Moves to the legal stop nearest to {@code index}. */
    void moveTo(double index) {
        choose(nearestLegal(index));
    }

    // the accessibility layer sets values too
    private void follow(double index) {
        if (isShowing) {
            return;
        }
        int legal = nearestLegal(index);
        if (legal != at) {
            choose(legal);
        }
        isShowing = true;
        setValue(at);
        isShowing = false;
    }

    private void choose(int index) {
        if (index != at && index >= 0 && index < stops.size()) {
            at = index;
            isShowing = true;
            setValue(at);
            isShowing = false;
            onValue.accept(stops.get(at).value());
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int direction = direction(event.getCode());
        boolean isPage = event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN;
        boolean isEnd = event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END;
        if (direction == 0) {
            return;
        }
        event.consume();
        setValueChanging(true);
        if (isEnd) {
            choose(direction < 0 ? nearestLegal(0) : nearestLegal(stops.size() - 1.0));
        } else if (event.isShiftDown() && !isPage) {
            choose(nextPower(direction));
        } else {
            move(isPage ? PAGE * direction : direction);
        }
    }

    private static int direction(KeyCode code) {
        return switch (code) {
            case LEFT, KP_LEFT, DOWN, KP_DOWN, PAGE_DOWN, HOME -> -1;
            case RIGHT, KP_RIGHT, UP, KP_UP, PAGE_UP, END -> 1;
            default -> 0;
        };
    }

    private int nextLegal(int from, int direction) {
        for (int i = from + direction; i >= 0 && i < stops.size(); i += direction) {
            if (stops.get(i).isLegal()) {
                return i;
            }
        }
        return from;
    }

    private int nextPower(int direction) {
        int i = nextLegal(at, direction);
        while (!isPower(stops.get(i).value()) && nextLegal(i, direction) != i) {
            i = nextLegal(i, direction);
        }
        return i;
    }

    private static boolean isPower(double value) {
        return value >= 1 && value == Math.rint(value) && Long.bitCount((long) value) == 1;
    }

    private int nearestLegal(double index) {
        int best = at;
        double distance = Double.MAX_VALUE;
        for (int i = 0; i < stops.size(); i++) {
            double d = Math.abs(i - index);
            if (stops.get(i).isLegal() && d < distance) {
                best = i;
                distance = d;
            }
        }
        return best;
    }

    private int indexOf(double value) {
        for (int i = 0; i < stops.size(); i++) {
            if (stops.get(i).value() == value) {
                return i;
            }
        }
        return 0;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.VALUE_STRING
                ? name + " " + text.apply(stops.get(at).value())
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
