package org.example;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.util.Map;
import java.util.Set;

/** Three endpoints: public, for authenticated callers, and for a role. Annotations declare the allowed callers. */
@Path("/")
public class GreetingResource {

    private final JsonWebToken caller;

    GreetingResource(JsonWebToken caller) {
        this.caller = caller;
    }

    @GET
    @Path("public")
    @PermitAll
    public Map<String, String> anyone() {
        return Map.of("message", "Anyone can view this");
    }

    @GET
    @Path("me")
    @Authenticated
    public Me me() {
        return new Me(caller.getSubject(), caller.getName(), caller.getGroups());
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public Map<String, String> administrators() {
        return Map.of("message", "Only administrators can view this");
    }

    /** The caller, as described by the access token. */
    public record Me(String subject, String username, Set<String> roles) {}
}
