package io.headroom.ui.theme;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Shows the items of a list by their names; a name that is typed is the first item called so, or none. */
public final class NameConverter<T> extends StringConverter<T> {

    private final Function<T, String> name;
    private final Supplier<List<T>> items;

    private NameConverter(Function<T, String> name, Supplier<List<T>> items) {
        this.name = name;
        this.items = items;
    }

    /** Shows what {@code box} holds by {@code name}. */
    public static <T> void use(ComboBox<T> box, Function<T, String> name) {
        use(box, name, box::getItems);
    }

    /** Shows what {@code box} holds by {@code name}; {@code items} are all of them, where the box may hold fewer. */
    public static <T> void use(ComboBox<T> box, Function<T, String> name, Supplier<List<T>> items) {
        box.setConverter(new NameConverter<>(name, items));
    }

    @Override
    public String toString(T item) {
        return item == null ? "" : name.apply(item);
    }

    @Override
    public T fromString(String typed) {
        return items.get().stream().filter(item -> name.apply(item).equals(typed)).findFirst().orElse(null);
    }
}
