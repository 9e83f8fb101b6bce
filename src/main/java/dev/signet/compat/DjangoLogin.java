package dev.signet.compat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of the login views of both libraries, with a one-time code for accounts that have a second factor. Like
 * these views, it ignores unknown members.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DjangoLogin(
        @Schema(examples = "\"alice\"") @Nullable String username,

        @Schema(examples = "\"correct horse battery staple\"") @Nullable
        String password,

        @Schema(examples = "\"287082\"") @Nullable String otp) {

    static @Nullable DjangoLogin of(@Nullable MultivaluedMap<String, String> form) {
        return form == null
                ? null
                : new DjangoLogin(form.getFirst("username"), form.getFirst("password"), form.getFirst("otp"));
    }

    @Override
    public String toString() {
        return "DjangoLogin";
    }
}
