package dev.signet.login.credentials;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** New recovery codes, returned only once. */
record RecoveryCodeList(
        @Schema(examples = "[\"K7QM-2XWD-VB4N-H3RT\"]") List<String> recoveryCodes) {

    @Override
    public String toString() {
        return "RecoveryCodeList";
    }
}
