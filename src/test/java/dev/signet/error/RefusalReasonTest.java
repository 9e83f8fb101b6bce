package dev.signet.error;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The text of a refusal in the log. */
class RefusalReasonTest {

    @Test
    void codeAndReasonAreJoined() {
        assertThat(RefusalReason.text(ErrorCode.INVALID_TOKEN, "expired")).isEqualTo("invalid_token: expired");
    }

    @Test
    void missingReasonLeavesOnlyTheCode() {
        String reason = new ServiceException(ErrorCode.INVALID_TOKEN, null).getMessage();

        assertThat(RefusalReason.text(ErrorCode.INVALID_TOKEN, reason)).isEqualTo("invalid_token");
    }
}
