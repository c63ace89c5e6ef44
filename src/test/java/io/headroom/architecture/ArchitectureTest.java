package io.headroom.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.effect.BlendMode;
import javafx.scene.effect.Effect;

/** The one-way rules of the architecture, each with its reason. */
@AnalyzeClasses(packages = "io.headroom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] TOOLKITS = {"javafx..", "com.sun.javafx..", "java.awt..", "javax.swing..",
        "org.controlsfx..", "impl.org.controlsfx..", "atlantafx.."};
    private static final String[] BELOW_THE_WINDOW = {"io.headroom.plan..", "io.headroom.catalog..",
        "io.headroom.estimate..", "io.headroom.check..", "io.headroom.explore..", "io.headroom.json..", "io.headroom.planfile..",
        "io.headroom.format..", "io.headroom.report..", "io.headroom.cli.."};

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_TOOLKIT = noClasses().that().resideInAnyPackage(BELOW_THE_WINDOW)
            .should().dependOnClassesThat().resideInAnyPackage(TOOLKITS)
            .because("the same engine runs without a window, without a display and in search over a million plans");

    @ArchTest
    static final ArchRule SESSION_KNOWS_PROPERTIES_ONLY = noClasses().that().resideInAPackage("io.headroom.session..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..",
                    "javafx.application..", "org.controlsfx..", "java.awt..")
            .because("observable state is tested without a toolkit");

    @ArchTest
    static final ArchRule NOTHING_IS_PAINTED_TWICE = noClasses().that().resideInAPackage("io.headroom.ui..").and()
            .doNotHaveSimpleName("Pen")
            .should().callMethod(Node.class, "setOpacity", double.class)
            .orShould().callMethod(Node.class, "setEffect", Effect.class)
            .orShould().callMethod(Node.class, "setBlendMode", BlendMode.class)
            .orShould().callMethod(GraphicsContext.class, "clip")
            .because("the toolkit paints such nodes into pictures of their own and keeps them; see Pen.clip and Veil");

    @ArchTest
    static final ArchRule ARROWS = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("json").definedBy("io.headroom.json..")
            .layer("catalog").definedBy("io.headroom.catalog..")
            .layer("plan").definedBy("io.headroom.plan..")
            .layer("estimate").definedBy("io.headroom.estimate..")
            .layer("check").definedBy("io.headroom.check..")
            .layer("explore").definedBy("io.headroom.explore..")
            .layer("planfile").definedBy("io.headroom.planfile..")
            .layer("report").definedBy("io.headroom.report..")
            .layer("session").definedBy("io.headroom.session..")
            .layer("ui").definedBy("io.headroom.ui..")
            .layer("cli").definedBy("io.headroom.cli..")
            .layer("root").definedBy("io.headroom")
            .whereLayer("root").mayNotBeAccessedByAnyLayer()
            .whereLayer("ui").mayOnlyBeAccessedByLayers("root")
            .whereLayer("cli").mayOnlyBeAccessedByLayers("root")
            .whereLayer("session").mayOnlyBeAccessedByLayers("ui", "root")
            .whereLayer("report").mayOnlyBeAccessedByLayers("session", "ui", "cli", "root")
            .whereLayer("planfile").mayOnlyBeAccessedByLayers("session", "ui", "cli", "root")
            .whereLayer("explore").mayOnlyBeAccessedByLayers("report", "session", "ui", "cli", "root")
            .whereLayer("check").mayOnlyBeAccessedByLayers("explore", "report", "session", "ui", "cli", "root")
            .whereLayer("estimate").mayOnlyBeAccessedByLayers("check", "explore", "report", "session", "ui", "cli", "root")
            .whereLayer("plan").mayOnlyBeAccessedByLayers("estimate", "check", "explore", "report", "planfile", "session", "ui",
                    "cli", "root")
            .because("arrows point one way: catalog, plan, estimate, check, explore, session, window");

    @ArchTest
    static final ArchRule SIMULATION_KNOWS_PLANS_AND_ESTIMATES = noClasses().that()
            .resideInAPackage("io.headroom.explore.simulate..").should().dependOnClassesThat()
            .resideInAnyPackage("io.headroom.check..", "io.headroom.planfile..", "io.headroom.json..",
                    "io.headroom.format..")
            .because("it asks what requests see; what that means is said elsewhere");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.headroom.(**)").should().beFreeOfCycles()
            .because("a package that needs another which needs it is one package");

    @ArchTest
    static final ArchRule FORMAT_KNOWS_NOBODY = noClasses().that().resideInAPackage("io.headroom.format..")
            .should().dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe("other rooms",
                    c -> c.getPackageName().startsWith("io.headroom") && !c.getPackageName().startsWith(
                            "io.headroom.format")))
            .because("everybody turns numbers into text through it");

    @ArchTest
    static final ArchRule ESTIMATE_IS_PURE = noClasses().that().resideInAnyPackage("io.headroom.estimate..",
            "io.headroom.explore..").should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.time..",
                    "java.util.logging..", "java.util.concurrent..", "java.text..")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Random")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Locale")
            .orShould().callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "getProperty", String.class)
            .orShould().callMethod(Math.class, "random")
            .orShould().callConstructor(java.util.SplittableRandom.class)
            .because("an estimate or a simulation is a function of its arguments; chance has a seed");

    @ArchTest
    static final ArchRule NO_MUTABLE_STATICS = noFields().that().areDeclaredInClassesThat()
            .resideInAnyPackage(BELOW_THE_WINDOW).and().areStatic().should().notHaveModifier(JavaModifier.FINAL)
            .because("state shared by all callers makes the answer depend on who asked before");

    @ArchTest
    static final ArchRule NOTHING_IN_A_FILE_RUNS = noClasses().should().dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould().dependOnClassesThat().resideInAnyPackage("java.net.http..", "javafx.scene.web..",
                    "javafx.fxml..", "javax.script..")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.net.Socket")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.ProcessBuilder")
            .because("opening a plan must never run code or open a connection");

    @ArchTest
    static final ArchRule DISK_WRITES_IN_ONE_ROOM = noClasses().that().resideOutsideOfPackages(
            "io.headroom.planfile..").should().callMethod(java.nio.file.Files.class, "write",
                    java.nio.file.Path.class, byte[].class, java.nio.file.OpenOption[].class)
            .orShould().callMethod(java.nio.file.Files.class, "writeString", java.nio.file.Path.class,
                    CharSequence.class, java.nio.file.OpenOption[].class)
            .orShould().callMethod(java.nio.file.Files.class, "newOutputStream", java.nio.file.Path.class,
                    java.nio.file.OpenOption[].class)
            .orShould().callMethod(java.nio.file.Files.class, "move", java.nio.file.Path.class,
                    java.nio.file.Path.class, java.nio.file.CopyOption[].class)
            .orShould().callMethod(java.nio.file.Files.class, "delete", java.nio.file.Path.class)
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.io.FileOutputStream")
            .because("one safe save keeps what the user had");

    @ArchTest
    static final ArchRule NO_EMPTY_NAMES = noClasses().should().haveSimpleNameEndingWith("Util")
            .orShould().haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Helper")
            .orShould().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Impl")
            .orShould().haveSimpleNameEndingWith("Info").orShould().haveSimpleNameEndingWith("Data")
            .because("a name says what a thing is");

    @ArchTest
    static final ArchRule STREAMS_ONLY_IN_THE_COMMAND_LINE = noClasses().that().resideOutsideOfPackages(
            "io.headroom.cli..", "io.headroom").should().accessField(System.class, "out")
            .orShould().accessField(System.class, "err")
            .because("what the program says goes through its window or its command line");

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_ROOT = classes().that().resideInAPackage("io.headroom")
            .should().onlyBeAccessed().byClassesThat().resideInAPackage("io.headroom")
            .allowEmptyShould(true).because("only the launcher wires the object graph");
}
