package dev.signet.docs;

import dev.signet.support.Journey;
import dev.signet.support.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The registration commands of the examples work as they are written, on a Signet with default settings. */
@QuarkusTest
class ExampleRegistrationTest {

    private static final Pattern COMMAND = Pattern.compile(
            "^    curl http://localhost:8080/admin/clients -H \"Authorization: Bearer \\$ACCESS_TOKEN\" --json '([^']+)'$",
            Pattern.MULTILINE);

    @ParameterizedTest
    @Journey
    @ValueSource(strings = {"web-quarkus", "web-spring", "apache"})
    void registrationCommandWorksVerbatim(String example) throws IOException {
        Matcher command = COMMAND.matcher(Files.readString(Path.of("examples", example, "README.md")));
        assertThat(command.find()).isTrue();

        String clientId = TestClient.admin()
                .body(command.group(1))
                .post("/admin/clients")
                .then()
                .statusCode(201)
                .extract()
                .path("client_id");

        assertThat(clientId).isEqualTo(example);
        TestClient.admin().delete("/admin/clients/" + clientId).then().statusCode(204);
    }
}
