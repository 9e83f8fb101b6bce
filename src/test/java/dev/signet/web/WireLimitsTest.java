package dev.signet.web;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** What the HTTP layer itself refuses, byte for byte as an attacker would send it. */
@QuarkusTest
class WireLimitsTest {

    @Test
    void overLongHeadersAreRefused() throws IOException {
        assertThat(status("GET /auth/me HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n"))
                .isEqualTo(431);
    }

    @Test
    void overLongTargetIsRefused() throws IOException {
        assertThat(status("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .isEqualTo(414);
    }

    @Test
    void chunkedBodyBeyondTheLimitIsRefused() throws IOException {
        String start = "d\r\n{\"username\":\"\r\n";
        String chunk = "1000\r\n" + "a".repeat(0x1000) + "\r\n";
        // Quarkus ends such a request itself, while the body is being read: the status alone tells.
        assertThat(status("POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + start + chunk.repeat(20) + "0\r\n\r\n"))
                .isEqualTo(413);
    }

    @Test
    void ambiguousFramingIsRefused() throws IOException {
        assertThat(status("POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .isEqualTo(400);
        assertThat(status("POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 2\r\nContent-Length: 5\r\n\r\n{}   "))
                .isEqualTo(400);
    }

    @Test
    void noAnswerNamesTheServerOrItsClasses() throws IOException {
        String answer = send("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("server:", "exception", "vertx", "quarkus", "\tat ");
    }

    private static int status(String request) throws IOException {
        return Integer.parseInt(send(request).substring(9, 12));
    }

    private static String send(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(3_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            byte[] answer = new byte[4_096];
            int length = 0;
            try {
                int read;
                while (length < answer.length
                        && (read = socket.getInputStream().read(answer, length, answer.length - length)) > 0) {
                    length += read;
                }
            } catch (IOException e) {
                // The connection stays open, or was cut behind the answer: what came is what counts.
            }
            return new String(answer, 0, length, StandardCharsets.US_ASCII);
        }
    }
}
