package dev.signet.pages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BrandingTest {

    @Test
    void textColorHasEnoughContrast() {
        assertThat(new Color("#3056d3").textColor()).isEqualTo("#ffffff");
        assertThat(new Color("#000000").textColor()).isEqualTo("#ffffff");
        assertThat(new Color("#ffd400").textColor()).isEqualTo("#10131a");
        assertThat(new Color("#FFFFFF").textColor()).isEqualTo("#10131a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#123456}body{display:none", "url(https://evil.test)"})
    void invalidColorIsRejected(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Color(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://a b", "https://a;script-src *", "'unsafe-inline'", "https://a/path", "a"})
    void invalidFormTargetIsRejected(String target) {
        assertThatIllegalArgumentException().isThrownBy(() -> ContentPolicy.forms(List.of(target)));
    }

    @Test
    void policyContainsTheFormTargets() {
        assertThat(ContentPolicy.forms(List.of("https://app.example:8443", "http://[::1]:5000", "com.example.app:"))
                        .header())
                .contains("form-action 'self' https://app.example:8443 http://[::1]:5000 com.example.app:;");
    }
}
