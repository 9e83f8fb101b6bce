package dev.signet.login;

import dev.signet.jose.VerifiedJwt;
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

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /auth/verify}: for services that would rather ask than verify; unlike them it sees revocation. */
@Path("/auth/verify")
@Tag(name = "Login")
class VerifyResource {

    private static final String ACTIVE = """
            {"active": true, "iss": "https://signet.example", "sub": "01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10",
             "aud": "https://api.example", "exp": 1795335630, "iat": 1795335330, "client_id": "signet", "scope": "profile",
             "groups": ["auditor"], "upn": "alice", "sid": "01977f2e-7b1d-7e02-8f43-1d7c402f9b21"}""";

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
                                @ExampleObject(name = "active", value = ACTIVE),
                                @ExampleObject(name = "not active", value = "{\"active\": false}")
                            }))
    public Map<String, Object> verify(@Nullable TokenBody body) {
        return verifier.verifyForOthers(RequiredBody.of(body).required())
                .map(VerifyResource::active)
                .orElse(Map.of("active", false));
    }

    private static Map<String, Object> active(VerifiedJwt token) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("active", true);
        answer.putAll(token.claims().asMap());
        return answer;
    }
}
