package dev.signet.pages;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormTokenTest {

    private static final String BROWSER = "A".repeat(43);
    private static final String OTHER_BROWSER = "B".repeat(43);
    private static final String PURPOSE = "links /links/new/sign-in";
    private static final String TOKEN = FormToken.of(BROWSER, PURPOSE);

    @Test
    void ownFormIsAccepted() {
        assertThatCode(() -> FormToken.require(TOKEN, BROWSER, PURPOSE)).doesNotThrowAnyException();
    }

    @Test
    void keyOfTheInstallationReplacesTheSecretOfTheBrowser() {
        byte[] key = BROWSER.getBytes(StandardCharsets.UTF_8);

        assertThat(FormToken.of(key, PURPOSE)).isEqualTo(TOKEN).hasSize(43);
    }

    @Test
    void formOfAnotherBrowserIsRejected() {
        assertRejected(TOKEN, OTHER_BROWSER, PURPOSE);
    }

    @Test
    void formForAnotherPurposeIsRejected() {
        assertRejected(TOKEN, BROWSER, PURPOSE + "x");
    }

    @Test
    void forgedTokensAreRejected() {
        for (String forged : List.of("", "x", "A".repeat(43), TOKEN + "=", TOKEN + TOKEN, "x".repeat(4_096))) {
            assertRejected(forged, BROWSER, PURPOSE);
        }
    }

    private static void assertRejected(String token, String browserSecret, String purpose) {
        assertThatThrownBy(() -> FormToken.require(token, browserSecret, purpose))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.PAGE_EXPIRED));
    }
}
