package org.example;

import io.quarkus.oidc.UserInfo;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Page that shows the signed-in user. The annotation redirects other users to Signet to sign in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class UserPage {

    private final Template user;
    private final SecurityIdentity identity;
    private final UserInfo userInfo;
    private final JsonWebToken accessToken;

    UserPage(Template user, SecurityIdentity identity, UserInfo userInfo, JsonWebToken accessToken) {
        this.user = user;
        this.identity = identity;
        this.userInfo = userInfo;
        this.accessToken = accessToken;
    }

    @GET
    @Authenticated
    public TemplateInstance show() {
        return user.data("username", userInfo.getPreferredUserName())
                .data("subject", userInfo.getSubject())
                .data("roles", identity.getRoles())
                .data("accessToken", accessToken.getTokenID());
    }

    /** Page for a role of the account, which the claim {@code groups} of the ID Token contains. */
    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String administrators() {
        return "Only administrators can view this";
    }

    /** Page to which Signet redirects the browser after the logout. */
    @GET
    @Path("goodbye")
    @PermitAll
    public String goodbye() {
        return "Logged out";
    }
}
