package dev.signet.web.http;

import dev.signet.support.installation.Journey;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests whose end a proxy and a server can interpret differently, byte for byte (RFC 9112 §3.2, §5.2, §6). */
@QuarkusTest
class RequestFramingTest {

    private static final String CHUNKED_BODY = "d\r\n{\"token\":\"x\"}\r\n0\r\n\r\n";
    private static final String SMUGGLED =
            "GET /.well-known/jwks.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private static final String PORT_UNKNOWN = "Quarkus does not know the management port of the packaged application";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 13",
                "Content-Length: 13\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length:\r\n 13",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunkedx",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: identity\r\nContent-Length: 13",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding: chunked;q=1",
                "Transfer-Encoding: chunked,",
                "Transfer-Encoding:",
                "Transfer-Encoding:\r\nContent-Length: 13",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding:\r\n chunked",
                "Transfer-Encoding:\r\n\tchunked",
                "Transfer-Encoding: chunked\r\n ",
                "Transfer-Encoding: chunked\r\n , identity",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\u000b: chunked",
                "Transfer-Encoding: \u000bchunked",
                "Content-Length: 13\r\nContent-Length: 0",
                "Content-Length: 13\r\nContent-Length: 13",
                "Content-Length: 13, 13",
                "Content-Length: +13",
                "Content-Length: 0x0d",
                "Content-Length: -1",
                "Content-Length:",
                "Content-Length:\r\n 13",
                "Content-Length: 1\r\n 3",
                "Host: y\r\nContent-Length: 13",
                "Host: x\r\nContent-Length: 13",
                "Host:\r\n y\r\nContent-Length: 13"
            })
    @Journey
    void ambiguousFramingClosesTheConnection(String header) throws IOException {
        String responses = responsesTo("POST /auth/verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + header + "\r\n\r\n" + CHUNKED_BODY);

        assertThat(responses).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: x\r\nTransfer-Encoding: xchunked", "Host: x\r\nHost: y", "X-Other: x"})
    @DisabledOnIntegrationTest(PORT_UNKNOWN)
    void ambiguousFramingClosesTheManagementConnection(String header) throws IOException {
        String responses = responsesTo(management.getPort(), "GET /q/health/live HTTP/1.1\r\n" + header + "\r\n\r\n");

        assertThat(responses).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    @DisabledOnIntegrationTest(PORT_UNKNOWN)
    void unambiguousManagementRequestIsAccepted() throws IOException {
        assertThat(responsesTo(
                        management.getPort(), "GET /q/health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100000004\r\n{\"a\"\r\n0\r\n\r\n",
                "ffffffffffffffff4\r\n{\"a\"\r\n0\r\n\r\n",
                "-1\r\n{\"a\"\r\n0\r\n\r\n",
                "0xd\r\n{\"token\":\"x\"}\r\n0\r\n\r\n",
                "d;a=\"\r\n\"\r\n{\"token\":\"x\"}\r\n0\r\n\r\n",
                "d\n{\"token\":\"x\"}\r\n0\r\n\r\n",
                "d\r\n{\"token\":\"x\"}xx0\r\n\r\n",
                "d\r\n{\"token\":\"x\"}\r\n0\r\nContent-Length: 3\r\nTransfer-Encoding\r\n\r\n"
            })
    @Journey
    void malformedChunksCloseTheConnection(String body) throws IOException {
        String responses = responsesTo("POST /auth/verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + body);

        assertThat(responses).doesNotContain("HTTP/1.1 2");
    }

    @Test
    void framingWithoutAmbiguityIsAccepted() throws IOException {
        String head = "POST /auth/verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

        assertThat(responsesTo(head + "Transfer-Encoding: chunked\r\n\r\n" + CHUNKED_BODY)
                        .split("HTTP/1.1 200 OK", -1))
                .hasSize(3);
        assertThat(responsesTo(head + "Transfer-Encoding: Chunked\r\n\r\n" + CHUNKED_BODY)
                        .split("HTTP/1.1 200 OK", -1))
                .hasSize(3);
        assertThat(responsesTo(head + "Content-Length: 13\r\n\r\n{\"token\":\"x\"}")
                        .split("HTTP/1.1 200 OK", -1))
                .hasSize(3);
    }

    @Test
    @Journey
    void errorNamesTheHeaderField() throws IOException {
        assertThat(responsesTo("GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n"))
                .contains("exactly one Host")
                .containsOnlyOnce("HTTP/1.1 ");
        assertThat(responsesTo("GET / HTTP/1.1\r\n\r\n"))
                .contains("exactly one Host")
                .containsOnlyOnce("HTTP/1.1 ");
        assertThat(responsesTo("GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n"))
                .contains("Transfer-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: x\r\nX: a\r\n b",
                "Host: x\r\nX: a\r\n\tb",
                "Host: x\r\nX: a\r\n Content-Length: 13",
                "Host: x\r\nX: a\r\n ",
                "Host: x\r\nX:\r\n\t",
                " X: a\r\nHost: x",
                "\tX: a\r\nHost: x"
            })
    @Journey
    void foldedFieldClosesTheConnection(String fields) throws IOException {
        String request = "GET /.well-known/openid-configuration HTTP/1.1\r\n" + fields + "\r\n\r\n";

        assertThat(responsesTo(request)).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1 ");
        assertThat(responsesTo("GET / HTTP/1.1\r\nHost: x\r\n\r\n" + request))
                .contains("HTTP/1.1 400 ")
                .doesNotContain("\"keys\"")
                .satisfies(responses ->
                        assertThat(responses.split("HTTP/1.1 ", -1)).hasSize(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n| X: a\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n| b\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: a\r|\n\tb\r\n"
            })
    @Journey
    void foldedFieldInTwoSegmentsClosesTheConnection(String segments) throws IOException {
        assertThat(responsesTo(RestAssured.port, (segments + "\r\n").split("\\|")))
                .startsWith("HTTP/1.1 400 ")
                .containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    @DisabledOnIntegrationTest(PORT_UNKNOWN)
    void foldedFieldClosesTheManagementConnection() throws IOException {
        assertThat(responsesTo(management.getPort(), "GET /q/health/live HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("\r\ndate: ")
                .containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    @Journey
    void lineOfBodyMayBeginWithSpace() throws IOException {
        String head = "POST /auth/verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
        String lengthBody = "Content-Length: 17\r\n\r\n\n {\"token\":\n\t\"x\"}";
        String chunkedBody = "Transfer-Encoding: chunked\r\n\r\n11\r\n\n {\"token\":\n\t\"x\"}\r\n0\r\n\r\n";

        assertThat(responsesTo(head + lengthBody + head + chunkedBody).split("HTTP/1.1 200 OK", -1))
                .hasSize(4);
    }

    @Test
    void http10RequestNeedsNoHost() throws IOException {
        assertThat(responsesTo("GET /.well-known/jwks.json HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.0 200 ");
    }

    @Test
    void http10RequestHasNoTransferEncoding() throws IOException {
        assertThat(responsesTo("POST /auth/verify HTTP/1.0\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + CHUNKED_BODY))
                .startsWith("HTTP/1.0 400 ")
                .containsOnlyOnce("HTTP/1.");
    }

    /** Returns all bytes received until the server closes the connection, which it must do within seconds. */
    private static String responsesTo(String request) throws IOException {
        return responsesTo(RestAssured.port, request);
    }

    private static String responsesTo(int port, String... segments) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.setTcpNoDelay(true);
            for (String segment : segments) {
                boolean last = segment.equals(segments[segments.length - 1]);
                socket.getOutputStream()
                        .write((segment + (last ? SMUGGLED : "")).getBytes(StandardCharsets.ISO_8859_1));
                if (!last) {
                    LockSupport.parkNanos(50_000_000);
                }
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
