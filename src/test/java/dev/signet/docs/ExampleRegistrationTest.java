package dev.signet.docs;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The registration commands of the examples and quick starts work as they are written, on a Signet with default
 * settings.
 */
@QuarkusTest
class ExampleRegistrationTest {

    private static final Pattern COMMAND = Pattern.compile(
            "^    curl http://localhost:8080/admin/clients -H \"Authorization: Bearer \\$ACCESS_TOKEN\" --json '([^']+)'$",
            Pattern.MULTILINE);

    @ParameterizedTest
    @Journey
    @ValueSource(strings = {"web-quarkus", "web-spring", "apache"})
    void registrationCommandWorksVerbatim(String example) throws IOException {
        List<String> commands = commandsOf(Path.of("examples", example, "README.md"));
        assertThat(commands).hasSize(1);

        assertThat(register(commands.get(0))).isEqualTo(example);
    }

    @ParameterizedTest
    @Journey
    @ValueSource(strings = {"quarkus", "spring", "node", "python"})
    void quickStartCommandsWorkVerbatim(String platform) throws IOException {
        List<String> commands = commandsOf(Path.of("docs/quickstarts", platform + ".md"));

        assertThat(commands.stream().map(ExampleRegistrationTest::register))
                .containsExactly(platform + "-web", platform + "-caller");
    }

    private static List<String> commandsOf(Path page) throws IOException {
        return COMMAND.matcher(Files.readString(page))
                .results()
                .map(command -> command.group(1))
                .toList();
    }

    /** Registers a client, deletes it again, and returns its id. */
    private static String register(String metadata) {
        String clientId = Signet.adminRequest()
                .body(metadata)
                .post("/admin/clients")
                .then()
                .statusCode(201)
                .extract()
                .path("client_id");
        Signet.adminRequest().delete("/admin/clients/" + clientId).then().statusCode(204);
        return clientId;
    }
}
