package dev.signet.login.session;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /auth/me}: the user, as described by the access token. */
@Path("/auth/me")
@Tag(name = "Login")
class MeResource {

    private static final String EXAMPLE = """
            {"sub": "01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10", "username": "alice", "roles": ["auditor"],
             "sid": "01977f2e-7b1d-7e02-8f43-1d7c402f9b21", "auth_time": 1795335330, "amr": ["pwd"]}""";

    private final JsonWebToken token;

    MeResource(JsonWebToken token) {
        this.token = token;
    }

    @GET
    @Authenticated
    @NonBlocking
    @Operation(summary = "Read the claims of the caller's access token")
    @APIResponse(
            responseCode = "200",
            description = "The claims of the access token",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "alice", value = EXAMPLE)))
    public Map<String, Object> me() {
        Map<String, Object> me = new LinkedHashMap<>();
        me.put("sub", token.getSubject());
        me.put("username", token.getName());
        me.put("roles", List.copyOf(token.getGroups()));
        for (String claim : List.of("sid", "auth_time", "amr")) {
            if (token.containsClaim(claim)) {
                me.put(claim, token.getClaim(claim));
            }
        }
        return me;
    }
}
