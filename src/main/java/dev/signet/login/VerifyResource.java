package dev.signet.login;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.VerifiedJwt;
import dev.signet.tokens.AccessTokenVerifier;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
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
    public Map<String, Object> verify(@Nullable TokenBody body) {
        if (body == null) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "empty body");
        }
        return verifier.verifyForOthers(body.required())
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
