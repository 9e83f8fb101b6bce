package dev.signet.selfservice;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.error.PageErrors;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.Pages;
import dev.signet.web.issuer.Issuer;
import dev.signet.web.issuer.WellKnown;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /}: the start page for browsers, and the links to the discovery documents for programs. */
@Path("/")
@PageErrors
@Tag(name = "Documentation")
class StartPageResource {

    private final BrowserSessions sessions;
    private final AccountService accounts;
    private final Pages pages;
    private final Issuer issuer;
    private final WellKnown wellKnown;

    StartPageResource(
            BrowserSessions sessions, AccountService accounts, Pages pages, Issuer issuer, WellKnown wellKnown) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.pages = pages;
        this.issuer = issuer;
        this.wellKnown = wellKnown;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> page() {
        String username = sessions.current()
                .flatMap(session -> accounts.find(session.accountId()))
                .map(Account::username)
                .orElse("");
        return pages.show(AccountTemplates.start(username), null, ContentPolicy.STRICT)
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
    @PermitAll
    @Operation(summary = "Read the issuer and the URLs of its discovery documents")
    public ServiceLinks links() {
        return new ServiceLinks(
                issuer.value(),
                issuer.url("/.well-known/openid-configuration"),
                wellKnown.url("oauth-authorization-server"),
                issuer.url("/.well-known/jwks.json"),
                issuer.url(AccountPage.ROOT));
    }
}
