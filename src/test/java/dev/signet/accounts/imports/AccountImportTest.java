package dev.signet.accounts.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/**
 * Import of users of another system, one per line: each is imported once, also among invalid lines and in large files.
 */
@QuarkusTest
class AccountImportTest {

    private static final String LINES = "application/x-ndjson";
    // A hash in Django's format; no password is known that matches it.
    private static final String HASH = "pbkdf2_sha256$260000$signet$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Journey
    void repeatedImportCreatesNothing() throws IOException {
        String file = userLines(3);

        List<JsonNode> first = report(send(file));
        List<JsonNode> second = report(send(file));

        assertThat(first).hasSize(4);
        for (int line = 0; line < 3; line++) {
            assertThat(first.get(line).get("line").asInt()).isEqualTo(line + 1);
            assertThat(first.get(line).get("status").asText()).isEqualTo("created");
            assertThat(second.get(line).get("status").asText()).isEqualTo("exists");
            assertThat(second.get(line).get("id")).isEqualTo(first.get(line).get("id"));
        }
        assertThat(first.get(3).toString()).isEqualTo("{\"status\":\"done\",\"created\":3,\"exists\":0,\"refused\":0}");
        assertThat(second.get(3).toString())
                .isEqualTo("{\"status\":\"done\",\"created\":0,\"exists\":3,\"refused\":0}");
    }

    @Test
    void importedAccountHasTheMembersOfItsLine() throws IOException {
        List<JsonNode> report = report(send("""
                {"username":"%1$s-ann","name":"Ann A.","email":"ann@example.com","email_verified":true,"roles":["admin"],"enabled":false}
                """.formatted(run)));

        Signet.bearer(Signet.admin().access())
                .get("/admin/accounts/" + report.get(0).get("id").asText())
                .then()
                .statusCode(200)
                .body("username", equalTo(run + "-ann"))
                .body("kind", equalTo("person"))
                .body("name", equalTo("Ann A."))
                .body("email", equalTo("ann@example.com"))
                .body("email_verified", equalTo(true))
                .body("roles", equalTo(List.of("admin")))
                .body("enabled", equalTo(false));
    }

    @Test
    void createdAccountsAreRecorded() throws IOException {
        String id = report(send(line("recorded"))).get(0).get("id").asText();

        Signet.bearer(Signet.admin().access())
                .get("/admin/events?type=account.created&limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.subject == '" + id + "' }.actor", notNullValue())
                .body("items.find { it.subject == '" + id + "' }.address", equalTo("127.0.0.1"))
                .body("items.find { it.subject == '" + id + "' }.detail.by", equalTo("import"));
    }

    @Test
    void invalidLineDoesNotAffectOthers() throws IOException {
        List<String> broken = List.of(
                "garbage",
                "[]",
                "null",
                "\"x\"",
                "{\"email\":\"x@example.com\"}",
                "{\"username\":\"" + run + "-a\",\"is_staff\":true}",
                "{\"username\":\"" + run + "-a\",\"username\":\"" + run + "-b\"}",
                "{\"username\":\"" + run + "-a\"} {}",
                "{\"username\":\"" + run + "-a\",\"password\":\"a long enough passphrase\"}",
                "{\"username\":\"" + run + "-a\",\"password_hash\":\"md5$salt$abc\"}",
                "{\"username\":\"" + run + "-a\",\"roles\":[\"no-such-role\"]}",
                "{\"username\":\"" + run + "-a\",\"roles\":[null]}",
                "{\"username\":\"" + run + "-a\",\"email\":\"none\"}",
                "{\"username\":\"a:b\"}",
                "{\"username\":\"" + run + "-\\u0000\"}",
                "{\"username\":1}",
                "{\"username\":\"" + "a".repeat(20_000) + "\"}");
        String file = broken.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining(
                        line("good-1"), line("good-0"), line("good-2").strip()));

        List<JsonNode> report = report(send(file));

        assertThat(report).hasSize(2 * broken.size() + 2);
        for (int i = 0; i < broken.size(); i++) {
            JsonNode rejected = report.get(2 * i + 1);
            assertThat(rejected.get("status").asText()).as(broken.get(i)).isEqualTo("refused");
            boolean tooLong = broken.get(i).length() > 20_000;
            assertThat(rejected.get("error").asText()).isEqualTo(tooLong ? "content_too_large" : "invalid_request");
            assertThat(rejected.get("line").asInt()).isEqualTo(2 * i + 2);
        }
        assertThat(report.get(report.size() - 1).toString())
                .isEqualTo("{\"status\":\"done\",\"created\":3,\"exists\":" + (broken.size() - 2) + ",\"refused\":"
                        + broken.size() + "}");
        assertThat(memberOf(report, "password_hash")).isTrue();
        assertThat(memberOf(report, "roles")).isTrue();
    }

    @Test
    void blankLinesAreCountedButNotReported() throws IOException {
        List<JsonNode> report = report(send("\n\r\n" + line("after-blank").replace("\n", "\r\n") + "   \n"));

        assertThat(report).hasSize(2);
        assertThat(report.get(0).get("line").asInt()).isEqualTo(3);
        assertThat(report(send("")).get(0).get("status").asText()).isEqualTo("done");
    }

    @Test
    void invalidUtf8IsRejected() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("{\"username\":\"" + run + "-").getBytes(StandardCharsets.US_ASCII));
        body.write(0xE4);
        body.write("x\"}\n".getBytes(StandardCharsets.US_ASCII));
        body.write(line("utf-8").getBytes(StandardCharsets.UTF_8));

        List<JsonNode> report = report(admin().body(body.toByteArray()).post("/admin/accounts:import"));

        assertThat(report.get(0).get("status").asText()).isEqualTo("refused");
        assertThat(report.get(1).get("status").asText()).isEqualTo("created");
    }

    @Test
    void existingAccountIsNotChanged() throws IOException {
        Signet.TestUser user = Signet.createUser();

        List<JsonNode> report = report(send("{\"username\":\"" + user.username().toUpperCase(Locale.ROOT)
                + "\",\"password_hash\":\"" + HASH + "\",\"roles\":[\"admin\"],\"enabled\":false}"));

        assertThat(report.get(0).get("status").asText()).isEqualTo("exists");
        assertThat(report.get(0).get("id").asText()).isEqualTo(user.id());
        Signet.me(user.login().access()).then().statusCode(200).body("roles", equalTo(List.of()));
    }

    @Test
    void importAcceptsLargeBodies() throws IOException {
        int many = 1_500;
        String file = userLines(many);
        assertThat(file.length()).isGreaterThan(2 * 65_536);

        List<JsonNode> report = report(send(file));

        assertThat(report).hasSize(many + 1);
        assertThat(report.get(many).get("created").asInt()).isEqualTo(many);
    }

    @Test
    @Journey
    void reportIsStreamedWhileLinesArrive() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(("POST /admin/accounts:import HTTP/1.1\r\nHost: x\r\nContent-Type: " + LINES
                            + "\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer "
                            + Signet.admin().access() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            writeChunk(out, userLines(150));

            assertThat(await(in, "\"line\":100,")).contains("created");

            writeChunk(out, line("late"));
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(await(in, "\"status\":\"done\"")).contains("\"created\":151");
        }
    }

    @Test
    @Journey
    void onlyAdministratorsImport() throws IOException {
        String file = userLines(1);

        given().urlEncodingEnabled(false)
                .contentType(LINES)
                .body(bytes(file))
                .post("/admin/accounts:import")
                .then()
                .statusCode(401);
        Signet.bearer(Signet.createUser().login().access())
                .urlEncodingEnabled(false)
                .contentType(LINES)
                .body(bytes(file))
                .post("/admin/accounts:import")
                .then()
                .statusCode(403);
        Signet.bearer(Signet.admin().access())
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(file)
                .post("/admin/accounts:import")
                .then()
                .statusCode(415);
        assertThat(report(send(file)).get(0).get("status").asText()).isEqualTo("created");
    }

    @Test
    void unauthenticatedImportIsRejectedBeforeTheBody() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST /admin/accounts:import HTTP/1.1\r\nHost: x\r\nContent-Type: " + LINES
                                    + "\r\nContent-Length: 1000000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void otherPathSpellingsHaveTheDefaultBodyLimit() {
        admin().body(bytes("x".repeat(70_000)))
                .post("/admin/accounts%3Aimport")
                .then()
                .statusCode(413);
    }

    private static boolean memberOf(List<JsonNode> report, String member) {
        return report.stream().anyMatch(line -> line.path("member").asText().equals(member));
    }

    private static String await(BufferedReader in, String text) throws IOException {
        String line;
        do {
            line = in.readLine();
            assertThat(line).as("before " + text).isNotNull();
        } while (!line.contains(text));
        return line;
    }

    private static void writeChunk(OutputStream out, String text) throws IOException {
        byte[] bytes = bytes(text);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private String userLines(int count) {
        return IntStream.range(0, count).mapToObj(i -> line("person-" + i)).collect(Collectors.joining());
    }

    private String line(String name) {
        return "{\"username\":\"" + run + "-" + name + "\",\"password_hash\":\"" + HASH + "\"}\n";
    }

    private static RequestSpecification admin() {
        return Signet.bearer(Signet.admin().access()).urlEncodingEnabled(false).contentType(LINES);
    }

    private static Response send(String file) {
        return admin().body(bytes(file)).post("/admin/accounts:import");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<JsonNode> report(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.contentType()).startsWith(LINES);
        return response.asString()
                .lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
