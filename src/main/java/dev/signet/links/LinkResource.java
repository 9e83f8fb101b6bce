package dev.signet.links;

import dev.signet.login.LinkLogin;
import dev.signet.login.LoginResponse;
import dev.signet.login.session.CurrentSession;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code POST /links/{token}} for programs; browsers send the forms of {@code page}. */
@Path("/links")
@Tag(name = "Links")
class LinkResource {

    private final UsableLinks links;
    private final LinkActions actions;
    private final LinkLogin logins;
    private final CurrentSession current;

    LinkResource(UsableLinks links, LinkActions actions, LinkLogin logins, CurrentSession current) {
        this.links = links;
        this.actions = actions;
        this.logins = logins;
        this.current = current;
    }

    @POST
    @Path("/{token}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Use a link: verify an e-mail address, reset a password, create an account or sign in")
    @APIResponse(responseCode = "200", description = "Sign-in link: the tokens, as in a login response")
    @APIResponse(responseCode = "204", description = "Other links: completed")
    @APIResponse(
            responseCode = "401",
            description = "Sign-in link: otp_required with mfa_token and methods; continue at /auth/login/otp. Link"
                    + " that changes the e-mail address: invalid_credentials without an access token or the"
                    + " password of the account; otp_required with methods")
    @APIResponse(responseCode = "410", description = "link_expired")
    public RestResponse<@Nullable LoginResponse> use(@RestPath String token, @Nullable LinkUseBody useBody) {
        LinkUseBody body = useBody == null ? LinkUseBody.EMPTY : useBody;
        UsableLink link = links.require(token);
        body.requireOnlyMembersOf(link.purpose());
        switch (link.purpose()) {
            case EMAIL_VERIFICATION -> actions.confirmEmail(link);
            case EMAIL_CHANGE ->
                actions.changeEmail(
                        link, current.signedInAccount().orElse(null), body.presentedPassword(), body.factor());
            case EMAIL_CHANGE_UNDO -> actions.undoEmailChange(link);
            case PASSWORD_RESET -> actions.setPassword(link, body.requiredNewPassword(), body.revokesApiKeys());
            case INVITATION, REGISTRATION -> actions.createAccount(link, body.username(link), body.requiredPassword());
            case SIGN_IN -> {
                logins.requireIssuable(link.requiredAccount());
                return RestResponse.ok(LoginResponse.of(logins.tokens(actions.signIn(link))));
            }
        }
        return RestResponse.noContent();
    }
}
