package dev.signet.login.session;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.VerifiedJwt;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.bearer.AlternativeBearerCredential;
import dev.signet.tokens.bearer.AlternativeBearerSources;
import dev.signet.web.WorkerThreads;
import dev.signet.web.body.RequiredBody;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
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
import java.util.Optional;

/**
 * {@code POST /auth/verify}: verification of tokens for services that do not verify signatures themselves; it also
 * detects revocation.
 */
@Path("/auth/verify")
@Tag(name = "Login")
class VerifyResource {

    private final AccessTokenVerifier verifier;
    private final AlternativeBearerSources credentials;

    VerifyResource(AccessTokenVerifier verifier, AlternativeBearerSources credentials) {
        this.verifier = verifier;
        this.credentials = credentials;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @NonBlocking
    @Operation(summary = "Verify an access token or an API key, optionally for one audience")
    @APIResponse(
            responseCode = "200",
            description = "The claims of an active token, or active: false",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = {
                                @ExampleObject(name = "active", value = TokenVerificationResponse.EXAMPLE),
                                @ExampleObject(name = "not active", value = "{\"active\": false}")
                            }))
    public Uni<Map<String, Object>> verify(@Nullable VerifyBody body) {
        VerifyBody request = RequiredBody.of(body);
        String token = request.token();
        if (!credentials.accepts(token)) {
            return Uni.createFrom()
                    .item(describe(verifier.verifyForOthers(token).map(VerifiedJwt::claims), request));
        }
        return WorkerThreads.computeUnlessPresent(
                credentials.findCached(token).map(credential -> describe(Optional.of(credential.claims()), request)),
                () -> describe(credentials.find(token).map(AlternativeBearerCredential::claims), request));
    }

    private static Map<String, Object> describe(Optional<ClaimsSet> claims, VerifyBody request) {
        return TokenVerificationResponse.describe(claims.filter(request::allowsAudienceOf));
    }
}
