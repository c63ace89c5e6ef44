package io.headroom.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * The looks of all windows: AtlantaFX Primer below, our colours, density and typeface on top.
 *
 * <p>One theme an application, used on the FX thread. Every scene, those of dialogs too, is handed to
 * {@link #apply(Scene)} once and follows from then on. Popups take over the style sheets of the window they belong to.
 */
public final class Theme {

    private static final String PRESENTATION = "presentation";
    private static final double DESKTOP_PIXELS = 13;
    private static final double PRESENTATION_PIXELS = 18;

    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look");
    private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(this, "palette");
    private final BooleanProperty presentation = new SimpleBooleanProperty(this, "presentation");
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final List<WeakReference<Scene>> scenes = new ArrayList<>();
    private final ChangeListener<ColorScheme> ofSystem = (of, before, now) -> resolve();

    /** A theme that shows {@code look}; the FX toolkit must be running. */
    public Theme(Look look) {
        Fonts.load();
        this.look.set(Objects.requireNonNull(look));
        resolve();
        this.look.subscribe((before, now) -> resolve());
        // the system outlives the theme: it must not hold it, and with it every window
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(ofSystem));
        presentation.subscribe((before, now) -> restyle());
        zoom.subscribe((before, now) -> restyle());
    }

    /** The colours that {@code look} has on this machine now; the FX toolkit must be running. */
    public static Palette palette(Look look) {
        boolean dark = switch (look) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        return dark ? Palette.dark() : Palette.light();
    }

    /** Gives {@code scene} these looks and keeps them up to date. */
    public void apply(Scene scene) {
        scenes.removeIf(known -> known.get() == null || known.get() == scene);
        scenes.add(new WeakReference<>(scene));
        style(scene);
    }

    /** What the user chose. */
    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    /** Larger text for projectors. */
    public BooleanProperty presentationProperty() {
        return presentation;
    }

    /** How much larger than usual text is shown; everything else follows, being measured in em. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /** The colours on screen now; charts listen to it. */
    public ReadOnlyObjectProperty<Palette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    private void resolve() {
        Palette now = palette(look.get());
        if (now == palette.get()) {
            return;
        }
        Application.setUserAgentStylesheet(
                now.isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        palette.set(now);
        restyle();
    }

    private void restyle() {
        scenes.removeIf(known -> known.get() == null);
        for (WeakReference<Scene> known : scenes) {
            Scene scene = known.get();
            if (scene != null) {
                style(scene);
            }
        }
    }

    private void style(Scene scene) {
        boolean dark = palette.get().isDark();
        scene.setFill(palette.get().color(Ink.SURFACE));
        List<String> sheets = new ArrayList<>(List.of(
                ThemeFiles.url("theme/controlsfx-compat.css"),
                ThemeFiles.url(dark ? "theme/tokens-dark.css" : "theme/tokens-light.css"),
                ThemeFiles.url("theme/headroom.css")));
        if (zoom.get() != 1) {
            sheets.add(zoomed());
        }
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
        Parent root = scene.getRoot();
        root.getStyleClass().remove(PRESENTATION);
        if (presentation.get()) {
            root.getStyleClass().add(PRESENTATION);
        }
    }

    /** A style sheet of its own, so that popups, which take over style sheets, grow too. */
    private String zoomed() {
        String css = ".root { -fx-font-size: %spx; } .root.presentation { -fx-font-size: %spx; }"
                .formatted(DESKTOP_PIXELS * zoom.get(), PRESENTATION_PIXELS * zoom.get());
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
