package dev.signet.docs;

import dev.signet.secrets.TokenPrefix;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A prefix names one kind of credential, so that scanners and users recognise the credential. */
class CredentialPrefixesTest {

    private static final Pattern PREFIX = Pattern.compile("\"sg[a-z]_\"");

    @Test
    void credentialPrefixesAreUniqueAndDocumented() throws IOException {
        List<String> prefixes =
                Arrays.stream(TokenPrefix.values()).map(TokenPrefix::text).toList();

        assertThat(prefixes).hasSizeGreaterThan(8).doesNotHaveDuplicates();
        String contract = Files.readString(Path.of("docs/api/tokens.md"));
        assertThat(prefixes).allSatisfy(prefix -> assertThat(contract).contains("`" + prefix + "`"));
    }

    @Test
    void onlyTokenPrefixDefinesPrefixes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> PREFIX.matcher(read(file)).find())
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("TokenPrefix.java");
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
