package dev.signet.tokens;

import dev.signet.clients.Client;
import dev.signet.tokens.status.TokenStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

import java.util.List;

/**
 * Issues access tokens to clients that act for themselves (RFC 6749 §4.4). No session is opened, no row written for a token; what
 * was issued is counted.
 */
@Singleton
public final class ClientTokens {

    private final AccessTokens accessTokens;
    private final TokenStatus status;
    private final Counter issued;

    ClientTokens(AccessTokens accessTokens, TokenStatus status, MeterRegistry meters) {
        this.accessTokens = accessTokens;
        this.status = status;
        this.issued = meters.counter("signet_client_tokens_issued");
    }

    /** Returns whether a token may need the database: for an entry in a status list, or to record that it is too long. */
    public boolean wouldWait(Client client) {
        TokenForm form = new TokenForm(client.tokens(), null, Narrowing.NONE);
        return status.wouldWaitForClient(registration(client)) || !accessTokens.isSurelyIssuable(client.roles(), form);
    }

    private static String registration(Client client) {
        return ClientRegistrationKey.of(client.id(), client.tokens().registration());
    }

    /** Issues a token whose subject is the client, with the client's own roles. */
    public IssuedAccessToken issue(Client client, List<String> audience, String scope, TokenForm form) {
        IssuedAccessToken token =
                accessTokens.issue(client, audience, scope, form, status.ofClient(registration(client)));
        issued.increment();
        return token;
    }
}
