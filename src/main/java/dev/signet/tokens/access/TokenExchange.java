package dev.signet.tokens.access;

import dev.signet.clients.Client;
import dev.signet.clients.Scope;
import dev.signet.jose.ClaimsSet;
import dev.signet.tokens.grant.TokenOptions;
import dev.signet.tokens.revocation.TokenIdentifier;

import java.util.List;

/**
 * Token exchange (RFC 8693) for an access token with fewer rights.
 *
 * @param subject the claims of the verified subject token, or of the alternative bearer credential presented in its
 *     place
 * @param client the client that requests the exchange and becomes the actor
 * @param scope within the subject's scope
 * @param audience within the subject's audience
 */
public record TokenExchange(
        ClaimsSet subject, Client client, Scope scope, List<String> audience, TokenOptions options) {

    /** Returns the registration of the subject if that is a client; otherwise 0. */
    long subjectRegistration() {
        return TokenIdentifier.parse(subject.string("jti").orElse("")).subjectRegistration();
    }

    /**
     * Returns whether the client differs from the one the subject token was issued to, so that the new token has to
     * name it as actor (RFC 8693 §4.1).
     */
    boolean delegates() {
        return !subject.string("client_id").filter(client.id()::equals).isPresent();
    }
}
