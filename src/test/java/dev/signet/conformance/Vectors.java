package dev.signet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Published test vectors, read from {@code shared/vectors} in the working directory or one of its parents. */
final class Vectors {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Vectors() {}

    static JsonNode read(String file) throws IOException {
        return MAPPER.readTree(folder().resolve(file).toFile());
    }

    static List<JsonNode> readAll(String folder) throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Vectors::parse)
                    .toList();
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/vectors");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        String notice = "NOTICE: the folder shared/vectors is not here; published vectors are not run";
        System.err.println(notice);
        return Assumptions.abort(notice);
    }
}
