package dev.signet.clients.registry;

import dev.signet.clients.metadata.ClientDocuments;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.SecretHash;
import dev.signet.secrets.TokenPrefix;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;

/**
 * Registration access tokens, with which clients manage their registration (RFC 7592 §3): 256 random bits, of which
 * only the SHA-256 is stored.
 */
@Singleton
public class RegistrationTokens {

    /** The path of the registration endpoint; below it is the path of each registration. */
    public static final String PATH = "/oauth2/register";

    private final ClientRepository clients;
    private final ClientStore store;
    private final ClientDocuments documents;
    private final Issuer issuer;
    private final SecureRandom random;

    RegistrationTokens(
            ClientRepository clients,
            ClientStore store,
            ClientDocuments documents,
            Issuer issuer,
            SecureRandom random) {
        this.clients = clients;
        this.store = store;
        this.documents = documents;
        this.issuer = issuer;
        this.random = random;
    }

    /** Creates a random token. */
    public String generate() {
        return TokenPrefix.REGISTRATION_ACCESS_TOKEN.randomToken(random);
    }

    /** Returns the URL at which a client manages its registration. */
    public String uri(String clientId) {
        return issuer.url(PATH + "/" + clientId);
    }

    /**
     * Returns the client if it registered itself and the token is its token. A client that presents its present token
     * has received it, so its former token ends.
     *
     * @throws ServiceException {@code invalid_token} equally for an unknown client and a wrong token (RFC 7592 §2)
     */
    public StoredRegistration authenticate(String clientId, @Nullable String token) {
        StoredClient stored = require(ClientRegistry.isId(clientId) ? clients.findById(clientId) : null, token);
        if (stored.formerRegistrationHash != null
                && matches(stored.registrationHash, SecretHash.of(String.valueOf(token)))) {
            clients.endFormerRegistration(clientId, stored.registrationHash);
        }
        return new StoredRegistration(clientId, documents.parse(stored.metadata), stored.createdAt);
    }

    /**
     * Locks and returns the client ({@link ClientStore#lock}) if the token is its token.
     *
     * @throws ServiceException the errors of {@link #authenticate}
     */
    public StoredRegistration lock(String clientId, @Nullable String token) {
        StoredRegistration locked = store.lock(clientId);
        require(clients.findById(clientId), token);
        return locked;
    }

    private static StoredClient require(@Nullable StoredClient stored, @Nullable String token) {
        if (token == null) {
            throw new ServiceException(ErrorCode.AUTHENTICATION_REQUIRED, "the registration access token is missing");
        }
        SecretHash presented = SecretHash.of(token);
        boolean present = matches(stored == null ? null : stored.registrationHash, presented);
        boolean former = matches(stored == null ? null : stored.formerRegistrationHash, presented);
        if (stored == null || !(present || former)) {
            throw new ServiceException(
                    ErrorCode.INVALID_TOKEN, "the registration access token is not valid for this client");
        }
        return stored;
    }

    /**
     * Issues a new token for a locked client. RFC 7592 §3 allows a new token with each read or change. The presented
     * token stays valid until the new one is used, so that a client that missed the response is not locked out.
     */
    public String rotate(StoredRegistration locked, String fullToken) {
        StoredClient stored = clients.findById(locked.clientId());
        String token = generate();
        stored.formerRegistrationHash = SecretHash.of(fullToken).bytes();
        stored.registrationHash = SecretHash.of(token).bytes();
        return token;
    }

    private static boolean matches(byte @Nullable [] hash, SecretHash presented) {
        boolean same = (hash == null ? SecretHash.NONE : SecretHash.stored(hash)).matches(presented);
        return hash != null && same;
    }
}
