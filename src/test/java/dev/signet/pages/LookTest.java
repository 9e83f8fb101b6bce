package dev.signet.pages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LookTest {

    @Test
    void whatIsWrittenOnAColourIsLegible() {
        assertThat(new Color("#3056d3").legible()).isEqualTo("#ffffff");
        assertThat(new Color("#000000").legible()).isEqualTo("#ffffff");
        assertThat(new Color("#ffd400").legible()).isEqualTo("#10131a");
        assertThat(new Color("#FFFFFF").legible()).isEqualTo("#10131a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#123456}body{display:none", "url(https://evil.test)"})
    void whatIsNoColourDoesNotReachTheStylesheet(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Color(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://a b", "https://a;script-src *", "'unsafe-inline'", "https://a/path", "a"})
    void whatIsNoOriginDoesNotReachThePolicy(String target) {
        assertThatIllegalArgumentException().isThrownBy(() -> ContentPolicy.forms(List.of(target)));
    }

    @Test
    void policyNamesWhereFormsMayLead() {
        assertThat(ContentPolicy.forms(List.of("https://app.example:8443", "http://[::1]:5000", "com.example.app:"))
                        .header())
                .contains("form-action 'self' https://app.example:8443 http://[::1]:5000 com.example.app:;");
    }
}
