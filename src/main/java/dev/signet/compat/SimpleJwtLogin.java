package dev.signet.compat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code TokenObtainPairView} reads, and a one-time code for accounts that have a second factor; like it, ignores the rest. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SimpleJwtLogin(
        @Schema(examples = "\"alice\"") @Nullable String username,

        @Schema(examples = "\"correct horse battery staple\"") @Nullable
        String password,

        @Schema(examples = "\"287082\"") @Nullable String otp) {

    @Override
    public String toString() {
        return "SimpleJwtLogin";
    }
}
