package dev.signet.selfservice.access;

import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.PageErrors;
import dev.signet.error.ServiceException;
import dev.signet.oauth.consent.ConsentService;
import dev.signet.oauth.consent.ConsentView;
import dev.signet.selfservice.AccountAccess;
import dev.signet.selfservice.AccountNotice;
import dev.signet.selfservice.AccountPage;
import dev.signet.selfservice.AccountVisit;
import dev.signet.selfservice.ShownTime;
import dev.signet.tokens.access.DefaultAudience;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** {@code /account/applications}: the applications to which the user granted access, and the end of this access. */
@Path("/account/applications")
@PageErrors
@Produces(MediaType.TEXT_HTML)
class ApplicationsPageResource {

    private final AccountAccess access;
    private final ConsentService consents;
    private final ApplicationNames applications;
    private final DefaultAudience defaultAudience;

    ApplicationsPageResource(
            AccountAccess access,
            ConsentService consents,
            ApplicationNames applications,
            DefaultAudience defaultAudience) {
        this.access = access;
        this.consents = consents;
        this.applications = applications;
        this.defaultAudience = defaultAudience;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> show(@RestQuery @Nullable String after, UriInfo uri) {
        PageRequest request = PageRequest.of(uri, null, after);
        return access.show(AccountPage.APPLICATIONS, visit -> {
            Page<ShownApplication> page =
                    consents.list(visit.accountId(), request).map(consent -> shown(consent, visit));
            return AccessTemplates.applications(
                    visit.frame(), page.items(), Objects.requireNonNullElse(page.next(), ""));
        });
    }

    @POST
    @Path("/{id}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> revoke(@RestPath UUID id, @Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.APPLICATIONS, form, submission -> {
            if (!consents.revoke(submission.accountId(), id)) {
                throw new ServiceException(ErrorCode.NOT_FOUND, "the account has no consent with this id");
            }
            return access.redirect(AccountPage.APPLICATIONS, AccountNotice.CONSENT_REVOKED);
        });
    }

    private ShownApplication shown(ConsentView consent, AccountVisit visit) {
        return new ShownApplication(
                consent.id().toString(),
                applications.of(consent.clientId()),
                List.copyOf(Scope.ofNullable(consent.scope()).tokens()),
                consent.audience().stream()
                        .filter(audience -> !audience.equals(defaultAudience.userInfo()))
                        .toList(),
                ShownTime.of(consent.grantedAt(), visit.language()));
    }
}
