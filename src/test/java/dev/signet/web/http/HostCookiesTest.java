package dev.signet.web.http;

import dev.signet.web.issuer.Issuer;
import jakarta.ws.rs.core.NewCookie;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostCookiesTest {

    @Test
    void tlsCookiesAreSecureWithHostPrefix() {
        HostCookies cookies = new HostCookies(null, new Issuer("https://id.example"));

        for (NewCookie cookie : new NewCookie[] {cookies.of("signet-x", "value"), cookies.removal("signet-x")}) {
            assertThat(cookie.getName()).isEqualTo("__Host-signet-x");
            assertThat(cookie.isSecure()).isTrue();
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getDomain()).isNull();
            assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
        }
        assertThat(cookies.removal("signet-x").getMaxAge()).isZero();
    }

    @Test
    void plainHttpCookiesHaveNoPrefix() {
        NewCookie cookie = new HostCookies(null, new Issuer("http://localhost:8080")).of("signet-x", "value");

        assertThat(cookie.getName()).isEqualTo("signet-x");
        assertThat(cookie.isSecure()).isFalse();
        assertThat(cookie.isHttpOnly()).isTrue();
    }
}
