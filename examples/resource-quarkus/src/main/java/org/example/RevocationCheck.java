package org.example;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Rejects a verified token that the status list of its issuer marks as revoked. Accepts a token without a status list. */
@ApplicationScoped
public class RevocationCheck implements SecurityIdentityAugmentor {

    private final StatusLists lists;

    RevocationCheck(StatusLists lists) {
        this.lists = lists;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.containsClaim("status")) {
            return context.runBlocking(() -> checked(identity, token.getClaim("status")));
        }
        return Uni.createFrom().item(identity);
    }

    private SecurityIdentity checked(SecurityIdentity identity, JsonObject status) {
        JsonObject place = status.getJsonObject("status_list");
        if (place == null || lists.revokes(place.getString("uri"), place.getInt("idx"))) {
            throw new AuthenticationFailedException("the token is revoked or its status is unknown");
        }
        return identity;
    }
}
