package io.headroom.ui.findings;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A list that is written into the nodes of the list before: making nodes costs more than changing their words. */
final class Rows<T, N extends Region> extends VBox {

    private final Supplier<N> make;
    private final BiConsumer<N, T> write;

    Rows(Supplier<N> make, BiConsumer<N, T> write) {
        this.make = make;
        this.write = write;
        getStyleClass().add("findings-rows");
    }

    @SuppressWarnings("unchecked")
    void show(List<T> items) {
        if (getChildren().size() > items.size()) {
            getChildren().remove(items.size(), getChildren().size());
        }
        while (getChildren().size() < items.size()) {
            getChildren().add(make.get());
        }
        for (int i = 0; i < items.size(); i++) {
            write.accept((N) getChildren().get(i), items.get(i));
        }
    }
}
