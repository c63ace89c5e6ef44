package io.headroom.session.validation;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Profile;
import io.headroom.session.turn.Turn;
import io.headroom.session.turn.Turns;
import io.headroom.validate.HeldOutEstimates;
import io.headroom.validate.Validation;
import io.headroom.validate.ValidationResult;
import io.headroom.validate.read.AliasFile;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.MeasurementFile;
import io.headroom.validate.read.MeasurementRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The state of the comparison: public rows are estimated once, in the background, when somebody first wants to see them;
 * they do not depend on the plan, so no edit makes them old. State changes on its owner's thread only.
 */
public final class ValidationSession {

    /** The profile that public rows and imported ones are estimated with: the one that was fitted. */
    public static final String PROFILE = "calibrated";

    private static final int ROWS_A_REPORT = 50;

    private final Catalog catalog;
    private final Executor background;
    private final Executor owner;
    private final Turns turns;
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", new Progress.Idle());
    private final ReadOnlyObjectWrapper<Imported> imported = new ReadOnlyObjectWrapper<>(this, "imported", Imported.NONE);
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.FIRST);
    private PublicPoints publicPoints = PublicPoints.NONE;
    private List<Point> importedPoints = List.of();

    /**
     * @param catalog models, accelerators and profiles
     * @param background runs what takes seconds
     * @param owner the thread that owns the state
     */
    public ValidationSession(Catalog catalog, Executor background, Executor owner) {
        this.catalog = catalog;
        this.background = background;
        this.owner = owner;
        this.turns = new Turns(owner);
    }

    /** Estimates the public rows, unless that is under way or done. */
    public void start() {
        switch (progress.get()) {
            case Progress.Running _, Progress.Ready _ -> { }
            case Progress.Idle _, Progress.Cancelled _, Progress.Failed _ -> {
                Turn turn = turns.next();
                progress.set(new Progress.Running(0, 0));
                background.execute(() -> estimate(turn));
            }
        }
    }

    /** Stops what is under way. */
    public void cancel() {
        if (progress.get() instanceof Progress.Running) {
            turns.end();
            progress.set(new Progress.Cancelled());
        }
    }

    /** Shows the rows of a file of one's own; a bad one leaves what is shown and says why. */
    public void open(String name, byte[] bytes) {
        background.execute(() -> {
            try {
                List<Measurement> rows = MeasurementFile.read(name,
                        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
                ValidationResult result = Validation.run(rows, AliasFile.load(catalog), profile(), true);
                owner.execute(() -> {
                    importedPoints = points(result, Point.Origin.IMPORTED);
                    imported.set(Imported.of(name, result));
                });
            } catch (MeasurementRefused | IOException e) {
                owner.execute(() -> refuse(name, e.getMessage()));
            }
        });
    }

    /** Says that {@code name} could not be read. */
    public void refuse(String name, String problem) {
        imported.set(imported.get().refused(name, problem));
    }

    /** Takes one's own rows away. */
    public void close() {
        importedPoints = List.of();
        imported.set(Imported.NONE);
        selection.set(selection.get().withPublic(true));
    }

    /** All points: public rows as the chosen fit estimates them, one's own, and the measured {@code figures} of plans. */
    public List<Point> points(List<Point> figures) {
        publicPoints = publicPoints.by(selection.get().heldOut());
        List<Point> all = new ArrayList<>(publicPoints.points());
        all.addAll(importedPoints);
        all.addAll(figures);
        return List.copyOf(all);
    }

    /** How far the public rows are. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** One's own file. */
    public ReadOnlyObjectProperty<Imported> importedProperty() {
        return imported.getReadOnlyProperty();
    }

    /** What is looked at. */
    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    private void estimate(Turn turn) {
        try {
            List<Measurement> rows = PublicRows.load();
            ValidationResult result = Validation.run(rows, AliasFile.load(catalog), profile(), false, done -> {
                if (done % ROWS_A_REPORT == 0) {
                    turn.tell(() -> progress.set(new Progress.Running(done, rows.size())));
                }
                return turn.isWanted();
            });
            PublicPoints points = PublicPoints.of(result.all(), HeldOutEstimates.load());
            turn.tell(() -> {
                publicPoints = points;
                progress.set(new Progress.Ready(result));
            });
        } catch (CancellationException e) {
            // whoever stopped it has said so already
            return;
        } catch (RuntimeException e) {
            turn.tell(() -> progress.set(new Progress.Failed(String.valueOf(e.getMessage()))));
        }
    }

    private Profile profile() {
        return catalog.profile(PROFILE).orElseThrow();
    }

    private static List<Point> points(ValidationResult result, Point.Origin origin) {
        return result.all().stream().map(row -> new Point(row, origin)).toList();
    }
}
