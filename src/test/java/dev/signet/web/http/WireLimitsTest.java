package dev.signet.web.http;

import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that the HTTP layer itself rejects, sent byte for byte as an attacker would send them. */
@QuarkusTest
class WireLimitsTest {

    private static final int BEYOND_BODY_TIMEOUT = 15_000;

    @Test
    @Journey
    void overLongHeadersAreRejected() throws IOException {
        assertThat(status("GET /auth/me HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n"))
                .isEqualTo(431);
    }

    @Test
    void overLongTargetIsRejected() throws IOException {
        assertThat(status("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .isEqualTo(414);
    }

    @Test
    void http2UpgradeRequestIsServed() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        URI signet = URI.create("http://localhost:" + RestAssured.port);
        HttpRequest read = HttpRequest.newBuilder(signet.resolve("/.well-known/openid-configuration"))
                .build();
        HttpRequest ask = HttpRequest.newBuilder(signet.resolve("/auth/verify"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"x\"}"))
                .build();
        for (HttpRequest request : List.of(read, ask, read, ask)) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void chunkedBodyBeyondTheLimitIsRejected() throws IOException {
        String start = "d\r\n{\"username\":\"\r\n";
        String chunk = "1000\r\n" + "a".repeat(0x1000) + "\r\n";
        for (String path : List.of("/auth/login", "/auth/verify", "/.well-known/jwks.json", "/no/such/path")) {
            assertThat(send("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n" + start + chunk.repeat(20) + "0\r\n\r\n"))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("application/problem+json", "\"code\":\"content_too_large\"");
        }
    }

    @Test
    void chunkedBodyWithinTheLimitIsRead() throws IOException {
        String head = " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/";
        // The body is read on a worker thread, on the event loop, and as a form.
        assertThat(send("POST /auth/login" + head
                        + "json\r\n\r\n6\r\n{\"user\r\n15\r\nname\":1,\"password\":2}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(send("POST /auth/verify" + head + "json\r\n\r\n8\r\n{\"token\"\r\n5\r\n:\"x\"}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("{\"active\":false}");
        assertThat(send("POST /auth/login" + head
                        + "x-www-form-urlencoded\r\n\r\n9\r\nusername=\r\ne\r\nbob&password=x\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 401 ")
                .contains("invalid_credentials");
    }

    @Test
    void expectContinueIsAccepted() throws IOException {
        assertThat(send("POST /auth/verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Expect: 100-continue\r\nContent-Length: 13\r\n\r\n{\"token\":\"x\"}"))
                .startsWith("HTTP/1.1 100 ")
                .containsOnlyOnce("HTTP/1.1 100 ")
                .contains("HTTP/1.1 200 ");
    }

    @Test
    @Journey
    void slowBodiesAreRejectedWithoutBlockingOthers() throws IOException {
        // More than there are threads that could wait for them.
        int senders = 250;
        List<Socket> slow = new ArrayList<>();
        try {
            for (int sender = 0; sender < senders; sender++) {
                Socket socket = new Socket("localhost", RestAssured.port);
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 100\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
            }

            String body = "{\"refresh_token\":\"sgr_x\"}";
            assertThat(send("POST /auth/refresh HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body))
                    .startsWith("HTTP/1.1 401 ");
            assertThat(readResponse(slow.get(0), BEYOND_BODY_TIMEOUT))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"code\":\"request_timeout\"");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    @Journey
    void ambiguousFramingIsRejected() throws IOException {
        assertThat(status("POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .isEqualTo(400);
        assertThat(status("POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 2\r\nContent-Length: 5\r\n\r\n{}   "))
                .isEqualTo(400);
    }

    @Test
    @Journey
    void responsesDoNotRevealServerOrClasses() throws IOException {
        String response = send("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 400 ");
        assertThat(response.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("server:", "exception", "vertx", "quarkus", "\tat ");
    }

    private static int status(String request) throws IOException {
        return Integer.parseInt(send(request).substring(9, 12));
    }

    private static String send(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return readResponse(socket, 3_000);
        }
    }

    private static String readResponse(Socket socket, int patienceMillis) throws IOException {
        socket.setSoTimeout(patienceMillis);
        byte[] response = new byte[4_096];
        int length = 0;
        try {
            int read;
            while (length < response.length
                    && (read = socket.getInputStream().read(response, length, response.length - length)) > 0) {
                length += read;
                socket.setSoTimeout(300);
            }
        } catch (IOException e) {
            // The connection stays open, or was closed after the response: only the received bytes count.
        }
        return new String(response, 0, length, StandardCharsets.US_ASCII);
    }
}
