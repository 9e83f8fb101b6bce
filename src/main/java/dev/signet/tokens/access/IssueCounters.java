package dev.signet.tokens.access;

import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.web.meters.EnumMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Counters of the responses with an access token, by grant and by the type of the client. */
@Singleton
@Startup
public final class IssueCounters {

    private static final String PUBLIC = "public";
    private static final String CONFIDENTIAL = "confidential";
    private static final String FIRST_PARTY = "first_party";

    /** How the first-party login, which is no OAuth client, obtains an access token. */
    public enum FirstPartyGrant {
        /** A login with a password or a link. */
        LOGIN,
        /** A refresh token. */
        REFRESH_TOKEN,
        /** A valid access token of a session without a refresh token. */
        RENEWAL
    }

    private final EnumMeters<GrantType, Counter> toPublicClients;
    private final EnumMeters<GrantType, Counter> toConfidentialClients;
    private final EnumMeters<FirstPartyGrant, Counter> toFirstParty;

    IssueCounters(MeterRegistry meters) {
        this.toPublicClients = counters(meters, GrantType.class, PUBLIC);
        this.toConfidentialClients = counters(meters, GrantType.class, CONFIDENTIAL);
        this.toFirstParty = counters(meters, FirstPartyGrant.class, FIRST_PARTY);
    }

    private static <G extends Enum<G>> EnumMeters<G, Counter> counters(
            MeterRegistry meters, Class<G> grants, String clientType) {
        return new EnumMeters<>(
                grants,
                grant -> Counter.builder("signet_tokens_issued")
                        .description("Responses with an access token that this node issued")
                        .tag("grant", EnumMeters.label(grant))
                        .tag("client_type", clientType)
                        .register(meters));
    }

    /** Counts a response of the token endpoint. */
    public void count(GrantType grant, Client client) {
        (client.isPublic() ? toPublicClients : toConfidentialClients).get(grant).increment();
    }

    /** Counts a response to the first-party login. */
    public void count(FirstPartyGrant grant) {
        toFirstParty.get(grant).increment();
    }
}
