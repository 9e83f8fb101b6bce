package dev.signet.clients;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The registered OAuth clients. */
@ConfigMapping(prefix = "signet.clients")
interface ClientsConfig {

    /** How many clients a node remembers, so that one it meets again costs no query. */
    @WithDefault("10000")
    int cacheSize();

    /** How often a node asks the database for changes of clients that other nodes made. */
    @WithDefault("PT0.5S")
    Duration reloadInterval();

    /** For how long the former secret of a client is good beside the new one. */
    @WithDefault("PT24H")
    Duration formerSecretTtl();

    /** Whether an {@code https} URL may be a {@code client_id}, at which the client publishes its metadata; it may have what clients that register themselves may. */
    @WithDefault("false")
    boolean metadataDocuments();

    /** Who may register clients by {@code POST /oauth2/register}: nobody ({@code off}), holders of an initial access token ({@code token}), or anyone ({@code open}). */
    @WithDefault("off")
    RegistrationMode registration();

    /** Scopes that clients which register themselves may have; all of them if they ask for none. With {@code groups}, they may ask users for their roles. */
    @WithDefault("openid,profile,email,offline_access")
    List<String> registrationScopes();

    /** Audiences for which clients that register themselves may request tokens. Without any, their tokens are for UserInfo alone. */
    Optional<List<String>> registrationAudiences();

    /** After how long without a token a client that registered itself is removed; counted from its registration if it was never given one. {@code PT0S} for never. */
    @WithDefault("P90D")
    Duration registrationIdleTtl();

    /** How often expired secrets, assertions and initial access tokens, and unused clients, are removed. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
