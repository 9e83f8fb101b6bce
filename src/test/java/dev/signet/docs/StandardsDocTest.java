package dev.signet.docs;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks that each test method exists that {@code docs/standards.md}, {@code docs/threat-model.md} or {@code
 * docs/callers.md} names.
 */
class StandardsDocTest {

    private static final Pattern REFERENCE = Pattern.compile("`(\\w+Test)#(\\w+)`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/standards.md", "docs/threat-model.md", "docs/conformance.md", "docs/callers.md"})
    void namedTestMethodsExist(String page) throws IOException {
        Map<String, String> sources = testSources();
        List<MatchResult> references =
                REFERENCE.matcher(Files.readString(Path.of(page))).results().toList();

        assertThat(references).isNotEmpty();
        assertThat(references)
                .allSatisfy(reference -> assertThat(sources.getOrDefault(reference.group(1), ""))
                        .as(reference.group())
                        .contains("void " + reference.group(2) + "("));
    }

    private static Map<String, String> testSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), StandardsDocTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
