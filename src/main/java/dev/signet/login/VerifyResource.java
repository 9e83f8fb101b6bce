package dev.signet.login;

import dev.signet.tokens.AccessTokenVerifier;
import dev.signet.web.RequiredBody;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** {@code POST /auth/verify}: for services that would rather ask than verify; unlike them it sees revocation. */
@Path("/auth/verify")
@Tag(name = "Login")
class VerifyResource {

    private final AccessTokenVerifier verifier;

    VerifyResource(AccessTokenVerifier verifier) {
        this.verifier = verifier;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @NonBlocking
    @Operation(summary = "Ask whether an access token is active")
    @APIResponse(
            responseCode = "200",
            description = "The claims of an active token; of any other only that it is not",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = {
                                @ExampleObject(name = "active", value = ActiveToken.EXAMPLE),
                                @ExampleObject(name = "not active", value = "{\"active\": false}")
                            }))
    public Map<String, Object> verify(@Nullable TokenBody body) {
        return ActiveToken.describe(
                verifier.verifyForOthers(RequiredBody.of(body).required()));
    }
}
