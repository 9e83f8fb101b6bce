package dev.signet.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/**
 * Rules about all packages, subpackages included. Each rule has a list of exceptions. The rule also fails for an
 * exception that is no longer needed, so that the list only gets shorter.
 */
final class PackageRules {

    private PackageRules() {}

    static ArchRule noPackageIsInACycle(String base, Set<String> exceptions) {
        return rule(base, "not be in a cycle of packages", exceptions, types -> cycles(types, base))
                .because("packages in a cycle can only be understood and changed together");
    }

    static ArchRule packagesAreSmall(String base, int limit, Set<String> exceptions) {
        return rule(
                        base,
                        "have at most " + limit + " files in each package",
                        exceptions,
                        types -> largePackages(types, base, limit))
                .because("a reader looks for a file by its package");
    }

    static ArchRule simpleNamesAreUnique(String base, Set<String> exceptions) {
        return rule(base, "have a simple name of their own", exceptions, PackageRules::sharedNames)
                .because("a name that means two things is mistaken for the other one");
    }

    static ArchRule publicTypesAreUsedByOtherPackages(String base, Set<String> exceptions) {
        return rule(base, "be public only for another package", exceptions, PackageRules::needlesslyPublic)
                .because("a reader of a package-private type need not look for its users elsewhere");
    }

    /**
     * Compares the imports with the arrows of the documentation.
     *
     * @param sources the folder of the sources; the compiled code does not show the use of a constant
     */
    static ArchRule importsMatchTheArrows(PackageTrees trees, Path sources, String base) {
        return rule(base, "import what the arrows of their tree name", Set.of(), types -> {
                    Map<String, Set<String>> imports = imports(types, base);
                    types.forEach(type -> imports.get(name(type, base)).addAll(importStatements(type, sources, base)));
                    imports.remove(base);
                    return trees.violations(imports);
                })
                .because("a reader relies on the trees of the documentation");
    }

    private static ArchRule rule(
            String base,
            String description,
            Set<String> exceptions,
            Function<Collection<JavaClass>, Map<String, String>> violations) {
        return classes().that().resideInAPackage(base + "..").should(new ArchCondition<>(description) {

            private Map<String, String> found = Map.of();

            @Override
            public void init(Collection<JavaClass> types) {
                found = violations.apply(types);
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {}

            @Override
            public void finish(ConditionEvents events) {
                found.forEach((name, reason) -> {
                    if (!exceptions.contains(name)) {
                        events.add(SimpleConditionEvent.violated(name, name + " " + reason));
                    }
                });
                exceptions.stream()
                        .filter(name -> !found.containsKey(name))
                        .forEach(name -> events.add(SimpleConditionEvent.violated(
                                name, name + " meets the rule: remove it from the exceptions")));
            }
        });
    }

    private static Map<String, Set<String>> imports(Collection<JavaClass> types, String base) {
        Map<String, Set<String>> imports = new TreeMap<>();
        for (JavaClass type : types) {
            Set<String> targets = imports.computeIfAbsent(name(type, base), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> isWithin(target, base))
                    .map(target -> name(target, base))
                    .forEach(targets::add);
        }
        imports.forEach((name, targets) -> targets.remove(name));
        return imports;
    }

    private static Set<String> importStatements(JavaClass type, Path sources, String base) {
        Path source = sources.resolve(type.getName().replace('.', '/') + ".java");
        if (!Files.exists(source)) {
            return Set.of();
        }
        Pattern statement = Pattern.compile("\nimport (?:static )?" + Pattern.quote(base) + "\\.([a-z.]+)\\.[A-Z]");
        try {
            return statement
                    .matcher(Files.readString(source))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> cycles(Collection<JavaClass> types, String base) {
        Map<String, Set<String>> imports = imports(types, base);
        Map<String, String> cycles = new TreeMap<>();
        for (String name : imports.keySet()) {
            List<String> inCycle = imports.get(name).stream()
                    .filter(target ->
                            target.equals(name) || reachable(imports, target).contains(name))
                    .toList();
            if (!inCycle.isEmpty()) {
                cycles.put(name, "imports " + inCycle + ", which import it directly or indirectly");
            }
        }
        return cycles;
    }

    private static Set<String> reachable(Map<String, Set<String>> imports, String from) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            for (String target : imports.getOrDefault(next.pop(), Set.of())) {
                if (reached.add(target)) {
                    next.push(target);
                }
            }
        }
        return reached;
    }

    private static Map<String, String> largePackages(Collection<JavaClass> types, String base, int limit) {
        Map<String, Integer> files = new TreeMap<>();
        types.stream().filter(PackageRules::isFile).forEach(type -> files.merge(name(type, base), 1, Integer::sum));
        Map<String, String> large = new TreeMap<>();
        files.forEach((name, count) -> {
            if (count > limit) {
                large.put(name, "has " + count + " files of its own");
            }
        });
        return large;
    }

    private static Map<String, String> sharedNames(Collection<JavaClass> types) {
        Map<String, Set<String>> places = new TreeMap<>();
        types.stream()
                .filter(PackageRules::isFile)
                .forEach(type -> places.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getPackageName()));
        Map<String, String> shared = new TreeMap<>();
        places.forEach((name, packages) -> {
            if (packages.size() > 1) {
                shared.put(name, "is in " + packages);
            }
        });
        return shared;
    }

    private static Map<String, String> needlesslyPublic(Collection<JavaClass> types) {
        Map<String, String> needless = new TreeMap<>();
        for (JavaClass type : types) {
            boolean used = type.getDirectDependenciesToSelf().stream()
                    .map(dependency -> dependency.getOriginClass().getPackageName())
                    .anyMatch(user -> !user.equals(type.getPackageName()));
            if (isFile(type) && type.getModifiers().contains(JavaModifier.PUBLIC) && !used) {
                needless.put(type.getSimpleName(), "is public, but no other package uses it");
            }
        }
        return needless;
    }

    private static boolean isFile(JavaClass type) {
        return type.isTopLevelClass() && !type.getSimpleName().equals("package-info");
    }

    private static boolean isWithin(JavaClass type, String base) {
        return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
    }

    private static String name(JavaClass type, String base) {
        String name = type.getPackageName();
        return name.equals(base) ? base : name.substring(base.length() + 1);
    }
}
