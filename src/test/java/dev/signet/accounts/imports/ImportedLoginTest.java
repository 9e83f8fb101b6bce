package dev.signet.accounts.imports;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Logins of users with hashes from Django: first with that hash and then with the one that replaced it. */
@QuarkusTest
class ImportedLoginTest {

    @Journey
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain argon2",
                "plain bcrypt",
                "plain bcrypt_sha256",
                "plain pbkdf2_sha1",
                "plain pbkdf2_sha256",
                "plain scrypt",
                "umlauts argon2",
                "emoji argon2",
                "long argon2"
            })
    void importedHashAllowsRepeatedLogin(String kind) throws IOException {
        String[] vector = vector(kind);
        String password = new String(Base64.getDecoder().decode(vector[1]), StandardCharsets.UTF_8);
        String username = "imported-" + UUID.randomUUID();
        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password_hash", vector[2]))
                .post("/admin/accounts")
                .then()
                .statusCode(201);

        Signet.loginRequest(username, "!" + password).send().then().statusCode(401);
        Signet.login(username, password);
        Signet.login(username, password);
        Signet.loginRequest(username, "!" + password).send().then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain pbkdf2_sha256", "plain argon2", "plain bcrypt_sha256", "plain scrypt"})
    void importedAccountCanLogIn(String kind) throws IOException {
        String[] vector = vector(kind);
        String password = new String(Base64.getDecoder().decode(vector[1]), StandardCharsets.UTF_8);
        String username = "imported-" + UUID.randomUUID();
        Signet.bearer(Signet.admin().access())
                .urlEncodingEnabled(false)
                .contentType("application/x-ndjson")
                .body(("{\"username\":\"" + username + "\",\"password_hash\":\"" + vector[2] + "\"}\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/admin/accounts:import")
                .then()
                .statusCode(200)
                .body(containsString("\"created\":1"));

        Signet.login(username, password);
        Signet.loginRequest(username, "!" + password).send().then().statusCode(401);
    }

    private static String[] vector(String kind) throws IOException {
        try (InputStream file =
                ImportedLoginTest.class.getResourceAsStream("/dev/signet/accounts/password/django-hashes.tsv")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(line -> line[0].equals(kind))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
