package io.headroom.metamorphic.fault;

import io.headroom.estimate.Estimator;
import io.headroom.metamorphic.Relations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The program with some of its source files exchanged: they are compiled in memory, and everything of this program is
 * loaded once more, so that relations and anchors meet the exchanged classes.
 */
final class Mutant extends ClassLoader {

    private static final String OURS = "io.headroom.";

    private final Map<String, byte[]> exchanged;

    private Mutant(Map<String, byte[]> exchanged) {
        super(Mutant.class.getClassLoader());
        this.exchanged = exchanged;
    }

    /** What anchors and relations say of the program with {@code sources}, by path, in place of its own. */
    static List<String> complaints(Map<Path, String> sources, int plans, long seed) throws ReflectiveOperationException {
        Class<?> relations = Class.forName(Relations.class.getName(), true, new Mutant(compile(sources)));
        @SuppressWarnings("unchecked")
        List<String> complaints = (List<String>) relations.getMethod("violations", int.class, long.class)
                .invoke(null, plans, seed);
        return complaints;
    }

    private static Map<String, byte[]> compile(Map<Path, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> made = new HashMap<>();
        List<Source> units = sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
        JavaFileManager files = new InMemory(compiler.getStandardFileManager(messages, null, null), made);
        if (!compiler.getTask(null, files, messages, List.of("-proc:none", "-classpath", classes()), null, units).call()) {
            throw new AssertionError("does not compile: " + messages.getDiagnostics());
        }
        Map<String, byte[]> classes = new HashMap<>();
        made.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    private static String classes() {
        try {
            return Path.of(Estimator.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = exchanged.get(name);
        if (bytes == null) {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                bytes = in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** A source file that is not on disk. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(Path path, String text) {
            super(URI.create("string:///" + Fault.SOURCES.relativize(path).toString().replace('\\', '/')), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what the compiler writes. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> made;

        InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> made) {
            super(files);
            this.made = made;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
                FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("bytes:///" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return made.computeIfAbsent(name, n -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
