package dev.signet.clients;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The registered OAuth clients. */
@ConfigMapping(prefix = "signet.clients")
interface ClientsConfig {

    /** Maximum number of clients in the cache of a node. A cached client needs no database query. */
    @WithDefault("10000")
    int cacheSize();

    /** Interval at which a node reads the clients that other nodes changed. */
    @WithDefault("PT0.5S")
    Duration reloadInterval();

    /** Time for which the former client secret stays valid after a rotation. */
    @WithDefault("PT24H")
    Duration formerSecretTtl();

    /**
     * Whether an {@code https} URL may be a {@code client_id}. The client publishes its metadata at that URL and has
     * the permissions of self-registered clients.
     */
    @WithDefault("false")
    boolean metadataDocuments();

    /**
     * Client registration at {@code POST /oauth2/register}: disabled ({@code off}), with an initial access token
     * ({@code token}), or by anyone ({@code open}).
     */
    @WithDefault("off")
    ClientRegistrationMode registration();

    /**
     * Scopes that self-registered clients may have. A client that requests no scopes gets all of them. With {@code
     * groups}, clients may request the roles of users; the log warns about it at the start.
     */
    @WithDefault("openid,profile,email,offline_access")
    List<String> registrationScopes();

    /**
     * Audiences for which self-registered clients may request tokens. Without any, their tokens are valid for UserInfo
     * only. The log lists the audiences at the start.
     */
    Optional<List<String>> registrationAudiences();

    /**
     * Time without token requests after which a self-registered client is deleted. For an unused client it begins at
     * the registration. {@code PT0S} disables the deletion.
     */
    @WithDefault("P90D")
    Duration registrationIdleTtl();

    /** Interval at which expired secrets, assertions and initial access tokens, and unused clients, are deleted. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
