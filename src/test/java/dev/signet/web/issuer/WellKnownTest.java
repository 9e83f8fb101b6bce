package dev.signet.web.issuer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The URLs of the documents of an issuer. */
class WellKnownTest {

    @Test
    void documentUrlIsBetweenHostAndPath() {
        WellKnown withPath = new WellKnown("https://example.com/id/eu");

        assertThat(withPath.url("x")).isEqualTo("https://example.com/.well-known/x/id/eu");
        assertThat(withPath.isIssuerPath("id/eu")).isTrue();
        assertThat(withPath.isIssuerPath("id")).isFalse();
        assertThat(withPath.isIssuerPath("ID/eu")).isFalse();
    }

    @Test
    void issuerWithoutPathHasOneUrl() {
        WellKnown withoutPath = new WellKnown("https://id.example.com:8443");

        assertThat(withoutPath.url("x")).isEqualTo("https://id.example.com:8443/.well-known/x");
        assertThat(withoutPath.isIssuerPath("")).isFalse();
        assertThat(withoutPath.isIssuerPath("x")).isFalse();
    }
}
