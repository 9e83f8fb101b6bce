package dev.signet.flow;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.PackagedSignet;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packaged artifact on an empty folder, and on the folder of its first run. Nothing secret or random is created at
 * build time, because a native image would distribute it.
 */
@Journey
class FreshInstallationIT {

    // Random values are longer than any word: keys, identifiers, signatures and passwords.
    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9_+/=-]{20,}");

    @TempDir
    Path one;

    @TempDir
    Path two;

    private final String base = RestAssured.baseURI;
    private final int port = RestAssured.port;

    @AfterEach
    void speakToTheCommonOneAgain() {
        RestAssured.baseURI = base;
        RestAssured.port = port;
    }

    @Test
    void twoInstallationsShareNothingRandom() throws Exception {
        Set<String> first = randomOf(one);
        Set<String> second = randomOf(two);

        assertThat(first).hasSizeGreaterThan(10).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSizeGreaterThan(10);
    }

    @Test
    void restartKeepsOnlyStoredValues() throws Exception {
        Set<String> first = randomOf(one);
        Set<String> second = randomOf(one);

        Set<String> stored = running(one, () -> {
            Tokens tokens = Signet.login("admin", password(one));
            return words(
                    jwks(),
                    encryptionKey(one),
                    password(one),
                    Signet.me(tokens.access()).path("sub"));
        });
        first.retainAll(second);
        assertThat(first).isEqualTo(stored);
    }

    @Test
    void keysSessionsAndAccountsSurviveARestart() throws Exception {
        record Before(Tokens tokens, String keys) {}
        Before before = running(one, () -> new Before(Signet.login("admin", password(one)), jwks()));

        String keys = running(one, () -> {
            Signet.me(before.tokens().access()).then().statusCode(200);
            Tokens after = Signet.tokens(Signet.refresh(before.tokens().refresh()));
            Signet.me(after.access()).then().statusCode(200);
            return jwks();
        });
        assertThat(keys).isEqualTo(before.keys());
    }

    private static Set<String> randomOf(Path folder) throws Exception {
        return running(folder, () -> {
            Response login = Signet.loginRequest("admin", password(folder)).send();
            Tokens tokens = Signet.tokens(login);
            List<String> parts = List.of(tokens.access().split("\\.", -1));
            return words(
                    jwks(),
                    encryptionKey(folder),
                    password(folder),
                    "request-id-" + login.header("X-Request-Id"),
                    tokens.refresh(),
                    decoded(parts.get(0)),
                    decoded(parts.get(1)),
                    parts.get(2));
        });
    }

    private static <T> T running(Path folder, Callable<T> work) throws Exception {
        try (PackagedSignet signet = PackagedSignet.start(folder)) {
            RestAssured.baseURI = "http://localhost";
            RestAssured.port = signet.base("http").getPort();
            return work.call();
        }
    }

    private static Set<String> words(String... texts) {
        return RANDOM.matcher(String.join("\n", texts))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String jwks() {
        return RestAssured.get("/.well-known/jwks.json").asString();
    }

    private static String password(Path folder) throws IOException {
        return Files.readString(folder.resolve("data/admin-password")).strip();
    }

    private static String encryptionKey(Path folder) throws IOException {
        return Files.readString(folder.resolve("data/key-encryption-key")).strip();
    }
}
