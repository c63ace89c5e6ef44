package io.headroom.ui;

import io.headroom.catalog.Catalog;
import io.headroom.format.ByteUnits;
import io.headroom.session.DocumentSession;
import io.headroom.session.LoadSession;
import io.headroom.session.PlanSession;
import io.headroom.session.ReadReport;
import io.headroom.session.Shown;
import io.headroom.session.arrange.Arrangement;
import io.headroom.session.doubt.DoubtSession;
import io.headroom.session.fit.FitChoice;
import io.headroom.session.fit.FitSession;
import io.headroom.session.validation.ValidationSession;
import io.headroom.ui.audit.ConfirmBar;
import io.headroom.ui.command.Command;
import io.headroom.ui.command.Commands;
import io.headroom.ui.command.KeysOverlay;
import io.headroom.ui.edit.PlanActions;
import io.headroom.ui.file.FileActions;
import io.headroom.ui.file.FileDrop;
import io.headroom.ui.input.InputsPane;
import io.headroom.ui.report.ExportBar;
import io.headroom.ui.report.ReportExport;
import io.headroom.ui.theme.Theme;
import io.headroom.ui.verdict.SidePane;
import io.headroom.ui.verdict.VerdictStrip;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.ViewSwitch;
import io.headroom.ui.view.Views;
import io.headroom.ui.view.Work;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The one screen: what it consists of and where, and that all of it redraws once a pulse. */
public final class MainWindow extends StackPane {

    /** From this width on the side pane has a column of its own. */
    static final double THREE_COLUMNS = 1400;

    private static final double BASE_FONT = 13;
    private static final double PRESENTATION_FONT = 18;
    private static final double ZOOM_STEP = 0.1;
    private static final double SMALLEST_ZOOM = 0.8;
    private static final double LARGEST_ZOOM = 2;

    private final PlanSession session;
    private final DocumentSession documents;
    private final Theme theme;
    private final Commands commands = new Commands();
    private final BorderPane frame = new BorderPane();
    private final StackPane center = new StackPane();
    private final StackPane menuRow = new StackPane();
    private final VBox head = new VBox();
    private final PresentBar presentBar;
    private final TopBar top;
    private final VerdictStrip verdict = new VerdictStrip();
    private final InputsPane inputs;
    private final Middle middle;
    private final FileDrop drop = new FileDrop(this);
    private final Views views;
    private final LoadSession load;
    private final DoubtSession doubt;
    private final SidePane side;
    private final SideDrawer drawer;
    private final EditSheet sheet;
    private final ReportExport export;
    private final Arrangement arrangement;
    private final Catalog catalog;
    private final Work work;
    private final StatusLine status;
    private final KeysOverlay keys = new KeysOverlay();
    private final Redraw redraw = new Redraw(this::show);
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private double fontSize = BASE_FONT;
    private ViewName beforeReport = ViewName.PLAN;
    private boolean isBaselineHeld;

    /**
     * @param session the review
     * @param documents its file
     * @param catalog what can be chosen
     * @param theme colours
     * @param work where views let long things be computed
     */
    public MainWindow(PlanSession session, DocumentSession documents, Catalog catalog, Theme theme, Work work) {
        this.session = session;
        this.documents = documents;
        this.theme = theme;
        this.catalog = catalog;
        this.work = work;
        this.top = new TopBar(session, commands);
        this.presentBar = new PresentBar(session);
        this.inputs = new InputsPane(session, catalog, theme.paletteProperty());
        this.middle = new Middle(session, documents, catalog, theme, work, commands, redraw::request);
        this.views = middle.views();
        this.load = new LoadSession(session, work.settled(), work.window());
        this.doubt = new DoubtSession(session, work.settled(), work.window());
        this.status = new StatusLine(session, documents, theme.presentationProperty());
        this.side = new SidePane(session, load::watch);
        this.drawer = new SideDrawer(side, frame, center);
        this.sheet = new EditSheet(session, catalog);
        this.export = new ReportExport(session, documents, catalog, theme, work, this::say);
        this.arrangement = new Arrangement(session, catalog);
        getStyleClass().add("window");
        getStylesheets().add(Objects.requireNonNull(
                MainWindow.class.getResource("/io/headroom/assets/theme/window.css")).toExternalForm());
        lay();
        listen();
        present();
        verdict.setOnOpen(middle::explain);
        middle.setOnNote(this::note);
        middle.setOnInput(this::goTo);
    }

    /** Turns to what was read while a report is to be confirmed, and back where it is discarded. */
    private void turn(Optional<ReadReport> before, Optional<ReadReport> now) {
        if (now.filter(read -> !read.isConfirmed()).isPresent()) {
            beforeReport = views.currentProperty().get() == ViewName.AUDIT ? beforeReport : views.currentProperty().get();
            views.select(ViewName.AUDIT);
        } else if (now.isEmpty() && before.filter(read -> !read.isConfirmed()).isPresent()) {
            views.select(beforeReport);
        }
        redraw.request();
    }

    private void listen() {
        session.judgementProperty().subscribe(redraw::request);
        session.baselineProperty().subscribe(redraw::request);
        load.loadProperty().subscribe(redraw::request);
        doubt.doubtProperty().subscribe(redraw::request);
        session.byteUnitsProperty().subscribe(redraw::request);
        session.dirtyProperty().subscribe(redraw::request);
        session.undoLabelProperty().subscribe(redraw::request);
        documents.titleProperty().subscribe(redraw::request);
        documents.reportProperty().subscribe(this::turn);
        zoom.subscribe(this::sizeText);
        theme.presentationProperty().subscribe(this::present);
        List.of(widthProperty(), views.currentProperty()).forEach(decides -> decides.subscribe(() -> {
            place();
            redraw.request();
        }));
    }

    /** Adds menus and keys: what a window on a screen needs and a picture does not. */
    public void connect(FileActions files, Supplier<List<String>> recent, Runnable quit) {
        commands.on(Command.NEW, files::startNew).on(Command.OPEN, files::open)
                .on(Command.IMPORT, files::importModel).on(Command.SAVE, files::save)
                .on(Command.SAVE_AS, files::saveAs).on(Command.QUIT, quit).on(Command.REPORT, () -> files.report(export::start))
                .on(Command.UNDO, session::undo).on(Command.REDO, session::redo)
                .on(Command.REDO_TOO, session::redo).on(Command.DUPLICATE, session::duplicate)
                .on(Command.REMOVE, session::remove).on(Command.BASELINE, session::setBaseline)
                .on(Command.NEXT_PLAN, this::nextPlan).on(Command.UNITS, this::switchUnits)
                .on(Command.ZOOM_IN, () -> zoom(zoom.get() + ZOOM_STEP))
                .on(Command.ZOOM_OUT, () -> zoom(zoom.get() - ZOOM_STEP)).on(Command.ZOOM_RESET, () -> zoom(1))
                .on(Command.PRESENT, () -> theme.presentationProperty().set(!theme.presentationProperty().get()))
                .on(Command.EDIT_MODEL, () -> edit(sheet::model)).on(Command.EDIT_GPU, () -> edit(sheet::gpu))
                .on(Command.LOCK, () -> session.keepsGpusProperty().set(!session.keepsGpusProperty().get()))
                .on(Command.SIDE_PANE, this::toggleDrawer).on(Command.KEYS, keys::toggle)
                .on(Command.CHART_1, () -> middle.focusChart(1)).on(Command.CHART_2, () -> middle.focusChart(2))
                .on(Command.CHART_3, () -> middle.focusChart(3)).on(Command.CHART_4, () -> middle.focusChart(4));
        commands.disable(Command.UNDO, session.undoLabelProperty().map(String::isEmpty))
                .disable(Command.REDO, session.redoLabelProperty().map(String::isEmpty))
                .disable(Command.REDO_TOO, session.redoLabelProperty().map(String::isEmpty))
                .disable(Command.REMOVE, session.reviewProperty().map(r -> r.plans().size() == 1));
        commands.on(Command.IMPORT_MEASUREMENTS, () -> {
            views.select(ViewName.VALIDATION);
            files.readMeasurements(middle.validation()::open, middle.validation()::refuse);
        });
        new PlanActions(session, documents, arrangement, files::newName, this::say).connect(commands);
        drop.connect(files::open, this::say);
        views.connect(commands);
        menuRow.getChildren().addFirst(new MainMenu(commands, views.names(), files, theme, recent, catalog, work));
    }

    /** What the user can do here. */
    Commands commands() {
        return commands;
    }

    /** The views and which of them is shown. */
    public Views views() {
        return views;
    }

    /** What the validation view shows. */
    public ValidationSession validation() {
        return middle.validation();
    }

    /** Makes the fit of {@code choice} and shows it; for where work is done at once. */
    void showFitted(FitChoice choice) {
        middle.showFitted(choice);
    }

    /** What is fitted to one's own measurements. */
    public FitSession fit() {
        return middle.fit();
    }

    /** A scene with this window in it. */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(new Group(), width, height);
        fill(scene);
        return scene;
    }

    /** Takes the place of what {@code scene} shows. */
    public void fill(Scene scene) {
        scene.setRoot(this);
        theme.apply(scene);
        redraw.install(scene);
        commands.install(scene);
        scene.addEventFilter(KeyEvent.ANY, this::key);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> presentBar.forget());
    }

    /** Redraws what is due without waiting for a pulse. */
    public void refresh() {
        redraw.now();
    }

    /** Says in the last line what was done. */
    public void say(String text) {
        status.say(text);
    }

    /** Size of text, 1 = normal. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    private void present() {
        boolean isAudience = theme.presentationProperty().get();
        head.getChildren().setAll(isAudience ? List.of(presentBar, verdict) : List.of(menuRow, top, verdict));
        inputs.present(isAudience);
        drawer.open(drawer.isOpen() && !isAudience);
        sheet.close();
        sizeText();
        redraw.request();
    }

    private void sizeText() {
        double base = theme.presentationProperty().get() ? PRESENTATION_FONT : BASE_FONT;
        fontSize = base * zoom.get();
        setStyle("-fx-font-size: " + fontSize + "px;");
        place();
    }

    private void lay() {
        menuRow.getChildren().add(new ViewSwitch(views));
        head.getChildren().setAll(menuRow, top, verdict);
        VBox column = new VBox(new NoticePane(documents), new ConfirmBar(documents), new ExportBar(export), views);
        VBox.setVgrow(views, Priority.ALWAYS);
        // sizes come from the window down: asking every label up to the root costs half of a redraw
        for (Region region : List.of(frame, center, column, views)) {
            region.setMinSize(0, 0);
            region.setPrefSize(1, 1);
            region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        center.getChildren().addAll(column, sheet);
        inputs.setOnEdit(sheet::model, sheet::gpu);
        frame.setTop(head);
        frame.setCenter(center);
        frame.setBottom(status);
        getChildren().addAll(frame, keys, drop);
    }

    private void show() {
        Shown shown = session.shown().with(load.loadProperty().get(), doubt.doubtProperty().get());
        if (theme.presentationProperty().get()) {
            presentBar.show();
        } else {
            top.show();
        }
        if (inputs.getParent() != null) {
            inputs.show(shown);
        }
        status.show(shown);
        Shown seen = isBaselineHeld ? shown.ofBaseline() : shown;
        verdict.show(seen);
        views.show(seen);
        if (side.getParent() != null) {
            side.show(seen);
        }
    }

    private void place() {
        ViewName.Room room = views.currentProperty().get().room();
        frame.setLeft(room == ViewName.Room.WHOLE_WIDTH
                || room == ViewName.Room.BESIDE_INPUTS && theme.presentationProperty().get() ? null : inputs);
        // larger text needs a wider window for the same columns
        boolean isDrawer = room != ViewName.Room.MIDDLE || theme.presentationProperty().get()
                || getWidth() < THREE_COLUMNS * fontSize / BASE_FONT;
        drawer.place(isDrawer);
        top.sidePane(isDrawer, drawer.isOpen());
    }

    /** Shows or hides the side pane where it is a drawer. */
    void toggleDrawer() {
        drawer.open(!drawer.isOpen());
        place();
        redraw.request();
    }

    /** Opens the form for a note about {@code on}; before an audience there is none. */
    private void note(String on) {
        if (!theme.presentationProperty().get()) {
            drawer.open(true);
            place();
            // the list must know its notes before a form stands above them
            redraw.request();
            redraw.now();
            side.addNote(on);
        }
    }

    private void edit(Runnable open) {
        theme.presentationProperty().set(false);
        showInputs();
        open.run();
    }

    private void goTo(String input) {
        showInputs();
        inputs.reveal(input);
    }

    private void showInputs() {
        if (inputs.getParent() == null) {
            views.select(ViewName.PLAN);
        }
    }

    private void nextPlan() {
        session.select((session.index() + 1) % session.reviewProperty().get().plans().size());
    }

    private void switchUnits() {
        session.byteUnitsProperty().set(
                session.byteUnitsProperty().get() == ByteUnits.GB ? ByteUnits.GIB : ByteUnits.GB);
    }

    private void zoom(double value) {
        zoom.set(Math.clamp(value, SMALLEST_ZOOM, LARGEST_ZOOM));
    }

    private void key(KeyEvent event) {
        boolean isTyping = getScene().getFocusOwner() instanceof TextInputControl;
        if (event.getEventType() == KeyEvent.KEY_PRESSED && theme.presentationProperty().get() && !isTyping) {
            presentBar.press(event);
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED && event.getCharacter().equals("?") && !isTyping) {
            keys.toggle();
            event.consume();
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE && !isTyping
                && theme.presentationProperty().get() && !keys.isVisible()) {
            theme.presentationProperty().set(false);
            event.consume();
        } else if (event.getCode() == KeyCode.B && !event.isShortcutDown() && !isTyping) {
            hold(event.getEventType() == KeyEvent.KEY_PRESSED);
        }
    }

    private void hold(boolean isHeld) {
        if (isHeld != isBaselineHeld) {
            isBaselineHeld = isHeld;
            redraw.request();
        }
    }
}
