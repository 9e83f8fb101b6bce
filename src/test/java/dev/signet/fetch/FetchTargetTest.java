package dev.signet.fetch;

import dev.signet.fetch.FetchFailedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The required form of a URL. */
class FetchTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://client.example/keys",
                "ftp://client.example/keys",
                "file:///etc/passwd",
                "jar:https://client.example/a.jar!/x",
                "gopher://client.example/",
                "mailto:a@client.example",
                "/keys",
                "https:///keys",
                "https://user@client.example/keys",
                "https://client.example@evil.example/keys",
                "https://:password@client.example/keys",
                "https://client.example/keys#fragment",
                "https://client.example./keys",
                "https://localhost/keys",
                "https://localhost./keys",
                "https://intranet/keys",
                "https://2130706433/keys",
                "https://0x7f000001/keys",
                "https://0x7f.0.0.1/keys",
                "https://0177.0.0.1/keys",
                "https://017700000001/keys",
                "https://127.1/keys",
                "https://127.0.1/keys",
                "https://127.0.0.1./keys",
                "https://127.0.0.01/keys",
                "https://127.0.0.0x1/keys",
                "https://256.0.0.1/keys",
                "https://1.2.3.4.5/keys",
                "https://client.example.0x1/keys",
                "https://client.1/keys",
                "https://clïent.example/keys",
                "https://①②⑦.⓪.⓪.①/keys",
                "https://client。example/keys",
                "https://client%2eexample/keys",
                "https://client_1.example/keys",
                "https://-client.example/keys",
                "https://client..example/keys",
                "https://[fe80::1%25eth0]/keys",
                "https://client.example:0/keys",
                "https://client.example:22/keys",
                "https://client.example:25/keys",
                "https://client.example:80/keys",
                "https://client.example:65536/keys"
            })
    void unusualUrlFormsAreRejected(String url) {
        URI uri = URI.create(url);

        assertThatExceptionOfType(FetchFailedException.class)
                .isThrownBy(() -> FetchTarget.of(uri, Set.of("localhost:1")))
                .extracting(FetchFailedException::reason)
                .isEqualTo(Reason.URL);
    }

    @ParameterizedTest
    @CsvSource({
        "https://client.example/keys,client.example,443,/keys",
        "https://Client.EXAMPLE,client.example,443,/",
        "HTTPS://client.example:8443/a?b=c%20d,client.example,8443,/a?b=c%20d",
        "https://xn--clent-eza.example/,xn--clent-eza.example,443,/",
        "https://1.1.1.1/,1.1.1.1,443,/",
        "https://[2600::1]:8443/,[2600::1],8443,/",
        "https://0.client.example/,0.client.example,443,/"
    })
    void usualUrlFormsAreAccepted(String url, String host, int port, String requestTarget) throws Exception {
        assertThat(FetchTarget.of(URI.create(url), Set.of()))
                .isEqualTo(new FetchTarget(host, port, true, requestTarget, false));
    }

    @Test
    void overlongUrlIsRejected() {
        URI uri = URI.create("https://client.example/" + "a".repeat(2_000));

        assertThatExceptionOfType(FetchFailedException.class).isThrownBy(() -> FetchTarget.of(uri, Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8081/keys,true",
        "https://localhost:8081/keys,true",
        "http://LOCALHOST:8081/keys,true",
        "http://localhost:8082/keys,false",
        "http://localhost/keys,false",
        "http://127.0.0.1:8081/keys,false",
        "http://user@localhost:8081/keys,false"
    })
    void allowedHostIsExemptOnItsPortOnly(String url, boolean allowed) {
        boolean exempt;
        try {
            exempt = FetchTarget.of(URI.create(url), Set.of("localhost:8081")).exempt();
        } catch (FetchFailedException e) {
            exempt = false;
        }

        assertThat(exempt).isEqualTo(allowed);
    }
}
