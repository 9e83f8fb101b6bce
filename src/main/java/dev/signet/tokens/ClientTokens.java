package dev.signet.tokens;

import dev.signet.clients.Client;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

import java.util.List;

/**
 * Issues access tokens to clients that act for themselves (RFC 6749 §4.4). Waits for nothing: no session is opened, no row
 * written; what was issued is counted.
 */
@Singleton
public final class ClientTokens {

    private final AccessTokens accessTokens;
    private final Counter issued;

    ClientTokens(AccessTokens accessTokens, MeterRegistry meters) {
        this.accessTokens = accessTokens;
        this.issued = meters.counter("signet_client_tokens_issued");
    }

    /** Issues a token whose subject is the client, with the client's own roles. */
    public IssuedAccessToken issue(Client client, List<String> audience, String scope, TokenForm form) {
        IssuedAccessToken token = accessTokens.issue(client, audience, scope, form);
        issued.increment();
        return token;
    }
}
