package dev.signet.oauth;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OAuthParametersTest {

    @Test
    void parametersWithoutValueAreIgnored() {
        OAuthParameters parameters = OAuthParameters.of(raw("scope", "", "state", "x"));

        assertThat(parameters.first("scope")).isEmpty();
        assertThat(parameters.first("state")).contains("x");
        assertThat(parameters.names()).containsExactly("state");
        assertRejected(() -> parameters.required("scope"));
    }

    @Test
    void onlyResourceAndAudienceMayBeRepeated() {
        assertThat(OAuthParameters.of(raw("resource", "a", "resource", "b")).all("resource"))
                .containsExactly("a", "b");
        assertThat(OAuthParameters.of(raw("audience", "a", "audience", "b")).all("audience"))
                .containsExactly("a", "b");
        assertRejected(() -> OAuthParameters.of(raw("state", "a", "state", "a")));
        assertRejected(() -> OAuthParameters.of(raw("unknown", "a", "unknown", "")));
    }

    @Test
    void overlongFormsAreRejected() {
        MultivaluedMap<String, String> many = new MultivaluedHashMap<>();
        for (int i = 0; i < 65; i++) {
            many.add("p" + i, "x");
        }
        MultivaluedMap<String, String> resources = new MultivaluedHashMap<>();
        for (int i = 0; i < 11; i++) {
            resources.add("resource", "https://" + i + ".example");
        }

        assertRejected(() -> OAuthParameters.of(many));
        assertRejected(() -> OAuthParameters.of(resources));
        assertRejected(() -> OAuthParameters.of(raw("state", "x".repeat(16_385))));
        assertRejected(() -> OAuthParameters.of(raw("x".repeat(101), "x")));
        assertRejected(() -> OAuthParameters.of(raw("state", "a\0b")));
    }

    @Test
    void formDecodingIsStrict() {
        OAuthParameters parameters = OAuthParameters.parse("a=b+c%20d&&e=%E2%82%AC&f&g=1=2&%68=i&j=ü");

        assertThat(parameters.names()).containsExactlyInAnyOrder("a", "e", "g", "h", "j");
        assertThat(parameters.first("a")).contains("b c d");
        assertThat(parameters.first("e")).contains("€");
        assertThat(parameters.first("g")).contains("1=2");
        assertThat(parameters.first("h")).contains("i");
        assertThat(parameters.first("j")).contains("ü");
        for (String none : new String[] {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%C3%28", "%=a", "a=1&%61=2", "a=%00"}) {
            assertRejected(() -> OAuthParameters.parse(none));
        }
    }

    @Test
    void toStringContainsNoValue() {
        assertThat(OAuthParameters.of(raw("client_secret", "very secret")))
                .hasToString("OAuthParameters[client_secret]");
    }

    private static MultivaluedMap<String, String> raw(String... namesAndValues) {
        MultivaluedMap<String, String> raw = new MultivaluedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            raw.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return raw;
    }

    private static void assertRejected(Runnable reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }
}
