package dev.signet.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The allowed imports between packages, read from the table in {@code docs/architecture.md}. */
final class PackageTable {

    private static final List<String> FOUNDATION = List.of(
            "audit",
            "throttle",
            "web",
            "database",
            "fetch",
            "delivery",
            "error",
            "secrets",
            "jose",
            "pages",
            "tracing",
            "startup",
            "logging");
    private static final Pattern NAME = Pattern.compile("`([a-z]+)`");

    private final Map<String, Set<String>> mayImport;

    private PackageTable(Map<String, Set<String>> mayImport) {
        this.mayImport = mayImport;
    }

    static PackageTable read() {
        try {
            return parse(Files.readAllLines(Path.of("docs/architecture.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PackageTable parse(List<String> lines) {
        Map<String, Set<String>> mayImport = new LinkedHashMap<>();
        boolean inTable = false;
        for (String line : lines) {
            if (line.startsWith("| Package | May import |")) {
                inTable = true;
            } else if (inTable && !line.startsWith("|")) {
                break;
            } else if (inTable && !line.startsWith("|---")) {
                String[] cells = line.split("\\|");
                for (String name : names(cells[1])) {
                    mayImport.put(name, allowed(name, cells[2]));
                }
            }
        }
        Set<String> all = Set.copyOf(mayImport.keySet());
        mayImport.replaceAll((name, allowed) -> allowed.contains("everything") ? all : allowed);
        return new PackageTable(mayImport);
    }

    Set<String> all() {
        return mayImport.keySet();
    }

    Set<String> allowedFor(String name) {
        return mayImport.get(name);
    }

    private static Set<String> allowed(String name, String cell) {
        Set<String> allowed = new LinkedHashSet<>();
        if (cell.contains("everything")) {
            allowed.add("everything");
            return allowed;
        }
        int parenthesis = cell.indexOf('(');
        allowed.addAll(names(parenthesis < 0 ? cell : cell.substring(0, parenthesis)));
        // Example: "`error` (`throttle` and `audit` also `web`)"
        Matcher also = Pattern.compile("\\((.*) also (.*)\\)").matcher(cell);
        if (also.find() && names(also.group(1)).contains(name)) {
            allowed.addAll(names(also.group(2)));
        }
        if (cell.contains("the foundation")) {
            allowed.addAll(FOUNDATION);
        }
        return allowed;
    }

    private static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
