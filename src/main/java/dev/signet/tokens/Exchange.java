package dev.signet.tokens;

import dev.signet.clients.Client;
import dev.signet.jose.ClaimsSet;

import java.util.List;

/**
 * A token for another one that says less (RFC 8693).
 *
 * @param subject what the token given says, which was verified, or what the credential given in its place stands for
 * @param client who asks, and will act
 * @param scope space-separated; not more than the subject's
 * @param audience not more than the subject's
 */
public record Exchange(ClaimsSet subject, Client client, String scope, List<String> audience, TokenForm form) {

    /** Returns the registration of the subject, if that is a client; else 0. */
    long subjectRegistration() {
        return TokenIdentifier.parse(subject.string("jti").orElse("")).subjectRegistration();
    }

    /** Whether another client acts for the one the token was issued to, and the token has to say so (RFC 8693 §4.1). */
    boolean delegates() {
        return !subject.string("client_id").filter(client.id()::equals).isPresent();
    }
}
