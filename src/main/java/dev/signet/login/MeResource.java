package dev.signet.login;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /auth/me}: the caller, as the access token says. */
@Path("/auth/me")
@Tag(name = "Login")
class MeResource {

    private final JsonWebToken token;

    MeResource(JsonWebToken token) {
        this.token = token;
    }

    @GET
    @Authenticated
    @NonBlocking
    @Operation(summary = "Tell who the caller is")
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
