package dev.signet.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The last stage of a Dockerfile, instruction by instruction. */
record Dockerfile(List<String> instructions) {

    private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*");

    static Dockerfile read(String name) {
        List<String> lines = CONTINUED
                .matcher(text(Path.of("src/main/docker", name)))
                .replaceAll("")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        int last = 0;
        for (int line = 0; line < lines.size(); line++) {
            last = lines.get(line).startsWith("FROM ") ? line : last;
        }
        return new Dockerfile(lines.subList(last, lines.size()));
    }

    /** Returns the arguments of the only instruction with the given name. */
    String only(String name) {
        List<String> found = all(name);
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " of " + name);
        }
        return found.get(0);
    }

    List<String> all(String name) {
        return instructions.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /** Returns the values of the environment variables, without quotes. */
    Map<String, String> environment() {
        return all("ENV").stream()
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1].replace("\"", "")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
