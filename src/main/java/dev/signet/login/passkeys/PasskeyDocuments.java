package dev.signet.login.passkeys;

import dev.signet.login.passkeys.webauthn.RelyingParty;
import dev.signet.web.issuer.Issuer;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import java.util.Map;

/** Public documents about passkeys, which browsers and password managers read. */
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publishing")
class PasskeyDocuments {

    private final RelyingParty relyingParty;
    private final Issuer issuer;

    PasskeyDocuments(RelyingParty relyingParty, Issuer issuer) {
        this.relyingParty = relyingParty;
        this.issuer = issuer;
    }

    @GET
    @Path("webauthn")
    @PermitAll
    @NonBlocking
    @Operation(summary = "Get the websites that may use the passkeys (Web Authentication Level 3 section 5.11)")
    public Map<String, List<String>> relatedOrigins() {
        return Map.of("origins", relyingParty.websites());
    }

    @GET
    @Path("passkey-endpoints")
    @PermitAll
    @NonBlocking
    @Operation(summary = "Get the URLs of the page for passkeys (Passkey Endpoints Well-Known URL)")
    public Map<String, String> endpoints() {
        String page = issuer.url("/account/security");
        return Map.of("enroll", page, "manage", page);
    }
}
