package dev.signet.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles source text on the spot, so that violations can be shown to the rules without standing in the code. */
final class Compiled {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record) (\\w+)");

    private Compiled() {}

    static JavaClasses from(String... sources) {
        try {
            Path output = Files.createTempDirectory("seeded");
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StringWriter messages = new StringWriter();
            List<Source> units = Arrays.stream(sources).map(Source::new).toList();
            List<String> options =
                    List.of("-d", output.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path"));
            if (!compiler.getTask(messages, null, null, options, null, units).call()) {
                throw new IllegalArgumentException("seeded source does not compile: " + messages);
            }
            return new ClassFileImporter().importPath(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source source(String text) {
        return new Source(text);
    }

    static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///" + name(text)), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        private static String name(String text) {
            return find(PACKAGE, text).replace('.', '/') + "/" + find(TYPE, text) + ".java";
        }

        private static String find(Pattern pattern, String text) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                throw new IllegalArgumentException("no " + pattern + " in: " + text);
            }
            return matcher.group(1);
        }
    }
}
