package dev.signet.login;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The body of a login: the credentials and the requested access. */
@Schema(name = "Credentials") // its name in the OpenAPI document
record LoginBody(
        @Schema(examples = "\"alice\"") String username,

        @Schema(examples = "\"correct horse battery staple\"")
        String password,

        @Schema(examples = "\"287082\"") @Nullable String otp,

        @Schema(examples = "[\"https://api.example\"]")
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable
        List<String> audience,

        @Schema(examples = "\"profile\"") @Nullable String scope) {

    private static final int MAX_USERNAME = 1_000;
    private static final int MAX_PASSWORD = 4_096;

    // Jackson leaves absent members null, although the annotations exclude it.
    @SuppressWarnings({"ConstantValue", "NullAway"})
    LoginBody {
        if (username == null || username.isEmpty() || username.length() > MAX_USERNAME) {
            throw ServiceException.invalidMember("username", "username is missing or too long");
        }
        if (password == null || password.isEmpty() || password.length() > MAX_PASSWORD) {
            throw ServiceException.invalidMember("password", "password is missing or too long");
        }
    }

    @Override
    public String toString() {
        return "LoginBody";
    }
}
