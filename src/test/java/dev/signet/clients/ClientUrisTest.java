package dev.signet.clients;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ClientUrisTest {

    private static final ClientUris REDIRECTS = new ClientUris(
            List.of(
                    "https://app.example/cb?x=1",
                    "http://127.0.0.1/cb",
                    "http://[::1]:80/cb?x=1",
                    "http://localhost:3000/cb",
                    "com.example.app:/cb"),
            List.of("https://app.example/out", "http://127.0.0.1/out"),
            null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/cb?x=1",
                "http://127.0.0.1/cb",
                "http://127.0.0.1:1/cb",
                "http://127.0.0.1:65535/cb",
                "http://[::1]:50123/cb?x=1",
                "http://[::1]/cb?x=1",
                "http://localhost:3000/cb",
                "com.example.app:/cb"
            })
    void registeredUrisAndAnyLoopbackPortAreAllowed(String uri) {
        assertThat(REDIRECTS.allows(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://app.example/cb",
                "https://app.example/cb?x=1&y=2",
                "https://app.example/cb?x=1#",
                "https://app.example:443/cb?x=1",
                "https://APP.example/cb?x=1",
                "https://app.example/a/../cb?x=1",
                "https://app.example/cb%3Fx=1",
                "https://app.example.evil.example/cb?x=1",
                "http://app.example/cb?x=1",
                "http://127.0.0.1:0/cb",
                "http://127.0.0.1:65536/cb",
                "http://127.0.0.1:080/cb",
                "http://127.0.0.1:/cb",
                "http://127.0.0.1:80/cb/",
                "http://127.0.0.1:80/CB",
                "http://127.0.0.1:80/cb#x",
                "http://127.0.0.1:80@evil.example/cb",
                "http://127.0.0.1@evil.example/cb",
                "http://127.0.0.1.evil.example/cb",
                "http://127.0.0.2/cb",
                "http://127.1/cb",
                "http://2130706433/cb",
                "http://[0:0:0:0:0:0:0:1]/cb?x=1",
                "https://127.0.0.1/cb",
                "HTTP://127.0.0.1/cb",
                "http://localhost:3001/cb",
                "http://localhost/cb",
                "com.example.app:/cb/x",
                "http://127.0.0.1/out"
            })
    void otherUrisAreNotAllowed(String uri) {
        assertThat(REDIRECTS.allows(uri)).isFalse();
    }
}
