package dev.signet.error;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The text of a rejection in the log. */
class RejectionReasonTest {

    @Test
    void loggedTextContainsCodeAndReason() {
        assertThat(RejectionReason.text(ErrorCode.INVALID_TOKEN, "expired")).isEqualTo("invalid_token: expired");
    }

    @Test
    void loggedTextWithoutReasonIsTheCode() {
        String reason = new ServiceException(ErrorCode.INVALID_TOKEN, null).getMessage();

        assertThat(RejectionReason.text(ErrorCode.INVALID_TOKEN, reason)).isEqualTo("invalid_token");
    }
}
