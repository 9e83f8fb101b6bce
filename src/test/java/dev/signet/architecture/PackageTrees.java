package dev.signet.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trees of packages in {@code docs/architecture.md}. Each line describes a package, and its arrow names the
 * packages of the tree that it imports. The first line describes the classes of the parent package itself. A line
 * includes the subpackages that have no line in the same tree.
 */
final class PackageTrees {

    private static final String SECTION = "\n## Packages inside a package\n";
    private static final Pattern TREE = Pattern.compile("\n### `([a-z.]+)`\n\n```\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("( *)([a-z][a-z0-9]*)/ .*");
    private static final String ARROW = "→";

    // For each tree, the documented imports of each package that has a line.
    private final Map<String, Map<String, Set<String>>> trees;

    private PackageTrees(Map<String, Map<String, Set<String>>> trees) {
        this.trees = trees;
    }

    static PackageTrees read() {
        try {
            return parse(Files.readString(Path.of("docs/architecture.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the trees of a document. Throws IllegalArgumentException if an arrow names no package of its tree. */
    static PackageTrees parse(String document) {
        int start = document.indexOf(SECTION) + SECTION.length();
        int end = document.indexOf("\n## ", start);
        Map<String, Map<String, Set<String>>> trees = new LinkedHashMap<>();
        for (MatchResult tree : TREE.matcher(document.substring(start - 1, end < 0 ? document.length() : end))
                .results()
                .toList()) {
            trees.put(tree.group(1), imports(tree.group(1), tree.group(2).split("\n")));
        }
        return new PackageTrees(trees);
    }

    Set<String> parents() {
        return trees.keySet();
    }

    /** Returns the documented imports of a package, below the parent of the tree. */
    Set<String> documented(String parent, String name) {
        return trees.get(parent).get(name);
    }

    /**
     * Compares the trees with the imports of each package.
     *
     * @return the violations, by the package that has them
     */
    Map<String, String> violations(Map<String, Set<String>> imports) {
        Map<String, String> violations = new TreeMap<>();
        BiConsumer<String, String> report = (name, reason) -> violations.merge(name, reason, (a, b) -> a + "; " + b);
        for (String name : imports.keySet()) {
            if (name.contains(".") && trees.values().stream().noneMatch(tree -> tree.containsKey(name))) {
                report.accept(name, "has no line in a tree");
            }
        }
        trees.forEach((parent, documented) -> compare(parent, documented, imports, report));
        return violations;
    }

    private static void compare(
            String parent,
            Map<String, Set<String>> documented,
            Map<String, Set<String>> imports,
            BiConsumer<String, String> report) {
        Map<String, Set<String>> actual = new TreeMap<>();
        imports.forEach((from, targets) -> {
            String source = line(documented, from);
            for (String to : targets) {
                String target = line(documented, to);
                if (!source.isEmpty() && !target.isEmpty() && !source.equals(target)) {
                    actual.computeIfAbsent(source, name -> new TreeSet<>()).add(target);
                }
            }
        });
        documented.forEach((name, targets) -> {
            if (!name.equals(parent)
                    && imports.keySet().stream()
                            .noneMatch(existing -> line(documented, existing).equals(name))) {
                report.accept(name, "has a line in the tree of " + parent + " and no class");
            }
            Set<String> imported = actual.getOrDefault(name, Set.of());
            targets.stream()
                    .filter(target -> !imported.contains(target))
                    .forEach(target -> report.accept(name, "has an arrow to " + target + " and does not import it"));
            imported.stream()
                    .filter(target -> !targets.contains(target))
                    .forEach(target -> report.accept(name, "imports " + target + " and has no arrow to it"));
        });
    }

    /** Returns the package whose line describes a package, or an empty text. */
    private static String line(Map<String, Set<String>> documented, String name) {
        String described = name;
        while (!documented.containsKey(described)) {
            int dot = described.lastIndexOf('.');
            if (dot < 0) {
                return "";
            }
            described = described.substring(0, dot);
        }
        return described;
    }

    private static Map<String, Set<String>> imports(String parent, String[] lines) {
        Map<String, String> arrows = new LinkedHashMap<>();
        List<String> path = new ArrayList<>();
        String last = "";
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                int depth = matcher.group(1).length() / 2;
                while (path.size() > depth) {
                    path.remove(path.size() - 1);
                }
                last = path.isEmpty() ? parent : path.get(path.size() - 1) + "." + matcher.group(2);
                path.add(last);
            }
            arrows.merge(last, line, (first, next) -> first + next);
        }
        Map<String, Set<String>> imports = new LinkedHashMap<>();
        arrows.forEach((name, line) -> imports.put(name, targets(arrows.keySet(), line)));
        return imports;
    }

    private static Set<String> targets(Set<String> names, String line) {
        Set<String> targets = new TreeSet<>();
        int arrow = line.indexOf(ARROW);
        if (arrow >= 0) {
            for (String target : line.substring(arrow + ARROW.length()).split(",")) {
                targets.add(names.stream()
                        .filter(name -> name.equals(target.strip()) || name.endsWith("." + target.strip()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("unknown package in the line: " + line)));
            }
        }
        return targets;
    }
}
