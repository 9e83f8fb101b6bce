package dev.signet.language;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A parsed Java source file.
 *
 * @param name the file name without its extension
 */
record SourceFile(String name, String text, CompilationUnitTree unit, SourcePositions positions) {

    /** Parses all source files below a folder. */
    static List<SourceFile> readAll(String folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            paths = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            return parse(compiler, manager.getJavaFileObjectsFromPaths(paths));
        }
    }

    /** Parses the text of one source file with the given name. */
    static SourceFile of(String name, String text) throws IOException {
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        return parse(ToolProvider.getSystemJavaCompiler(), List.of(source)).get(0);
    }

    private static List<SourceFile> parse(JavaCompiler compiler, Iterable<? extends JavaFileObject> sources)
            throws IOException {
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<SourceFile> parsed = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            String path = unit.getSourceFile().getName();
            String name = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
            parsed.add(new SourceFile(
                    name, unit.getSourceFile().getCharContent(true).toString(), unit, positions));
        }
        return parsed;
    }

    long lineCount() {
        return text.lines().count();
    }

    /** Returns the position of a tree for a message: file and line. */
    String at(Tree tree) {
        return name + ":" + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }
}
