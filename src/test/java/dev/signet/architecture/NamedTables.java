package dev.signet.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;

import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tables that the texts of source code name: after an SQL keyword in a string, or as the table of {@code
 * ExpiredRows}. Parts of a string that are concatenated, and constants of the same file, form one text.
 */
final class NamedTables {

    private static final String NAME = "\\w+(?:\\s+(?:as\\s+)?\\w+)?";
    private static final Pattern TABLES = Pattern.compile(
            "\\b(?:from|join|update|into|using|nextval\\(')\\s*(" + NAME + "(?:\\s*,\\s*" + NAME + ")*)");
    // A part of a text whose value only the running code knows.
    private static final String UNKNOWN = "?";

    private NamedTables() {}

    /**
     * Finds the tables that a package names although another package owns them.
     *
     * @param owners the packages of the entities, by the names of their tables
     * @param named the packages that name each table; one without an entity may be named by one package only
     * @return the violations, one for each table and package
     */
    static List<String> violations(Map<String, String> owners, Map<String, Set<String>> named) {
        List<String> violations = new ArrayList<>();
        named.forEach((table, packages) -> {
            String owner = owners.get(table);
            if (owner == null && packages.size() > 1) {
                violations.add(table + " is named by " + packages);
            } else if (owner != null) {
                packages.stream()
                        .filter(name -> !name.equals(owner))
                        .forEach(name -> violations.add(name + " names " + table + ", which " + owner + " owns"));
            }
        });
        return violations;
    }

    /** Returns the packages whose sources name a table, by tables. */
    static Map<String, Set<String>> packages(Set<String> tables, List<? extends JavaFileObject> sources) {
        JavacTask parser = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        Map<String, Set<String>> packages = new TreeMap<>();
        try {
            for (CompilationUnitTree unit : parser.parse()) {
                for (String text : texts(unit)) {
                    named(text).stream()
                            .filter(tables::contains)
                            .forEach(table -> packages.computeIfAbsent(table, name -> new TreeSet<>())
                                    .add(unit.getPackageName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packages;
    }

    /** Returns the Java files as sources of a compiler. */
    static List<JavaFileObject> files(List<Path> paths) {
        List<JavaFileObject> files = new ArrayList<>();
        ToolProvider.getSystemJavaCompiler()
                .getStandardFileManager(null, null, null)
                .getJavaFileObjectsFromPaths(paths)
                .forEach(files::add);
        return files;
    }

    private static List<String> named(String text) {
        List<String> named = new ArrayList<>();
        for (MatchResult match : TABLES.matcher(text).results().toList()) {
            for (String table : match.group(1).split(",")) {
                named.add(table.strip().split("\\s")[0]);
            }
        }
        return named;
    }

    private static List<String> texts(CompilationUnitTree unit) {
        Map<String, ExpressionTree> constants = new HashMap<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void none) {
                if (variable.getInitializer() != null
                        && variable.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))) {
                    constants.put(variable.getName().toString(), variable.getInitializer());
                }
                return super.visitVariable(variable, none);
            }
        }.scan(unit, null);
        List<String> texts = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitBinary(BinaryTree binary, Void none) {
                texts.add(text(binary, constants));
                return super.visitBinary(binary, none);
            }

            @Override
            public Void visitLiteral(LiteralTree literal, Void none) {
                texts.add(text(literal, constants));
                return none;
            }

            @Override
            public Void visitNewClass(NewClassTree creation, Void none) {
                if (creation.getIdentifier().toString().equals("ExpiredRows")) {
                    texts.add("from " + text(creation.getArguments().get(0), constants));
                }
                return super.visitNewClass(creation, none);
            }
        }.scan(unit, null);
        return texts;
    }

    private static String text(Tree tree, Map<String, ExpressionTree> constants) {
        if (tree instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
            return text(binary.getLeftOperand(), constants) + text(binary.getRightOperand(), constants);
        }
        if (tree instanceof ParenthesizedTree inner) {
            return text(inner.getExpression(), constants);
        }
        if (tree instanceof LiteralTree literal && literal.getValue() instanceof String value) {
            return value;
        }
        if (tree instanceof IdentifierTree identifier && constants.containsKey(name(identifier))) {
            return text(constants.get(name(identifier)), Map.of());
        }
        return UNKNOWN;
    }

    private static String name(IdentifierTree identifier) {
        return identifier.getName().toString();
    }
}
