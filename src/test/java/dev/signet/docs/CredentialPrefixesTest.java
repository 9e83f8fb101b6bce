package dev.signet.docs;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A prefix names one kind of credential, so that scanners and users recognise the credential. */
class CredentialPrefixesTest {

    private static final Pattern PREFIX = Pattern.compile("PREFIX = \"(sg[a-z]_)\"");

    @Test
    void credentialPrefixesAreUniqueAndDocumented() throws IOException {
        List<String> prefixes = prefixes();

        assertThat(prefixes).hasSizeGreaterThan(8).doesNotHaveDuplicates();
        String contract = Files.readString(Path.of("docs/api/tokens.md"));
        assertThat(prefixes).allSatisfy(prefix -> assertThat(contract).contains("`" + prefix + "`"));
    }

    private static List<String> prefixes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> PREFIX.matcher(read(file)).results().toList().stream())
                    .map(match -> match.group(1))
                    .toList();
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
