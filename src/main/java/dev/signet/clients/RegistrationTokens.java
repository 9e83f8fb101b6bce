package dev.signet.clients;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.RandomText;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;

/**
 * Registration access tokens, with which clients manage their registration (RFC 7592 §3): 256 random bits, of which
 * only the SHA-256 is stored.
 */
@Singleton
class RegistrationTokens {

    private static final String PREFIX = "sgd_";

    private final Issuer issuer;
    private final SecureRandom random;

    RegistrationTokens(Issuer issuer, SecureRandom random) {
        this.issuer = issuer;
        this.random = random;
    }

    String generate() {
        return PREFIX + RandomText.secret(random);
    }

    /** Returns the URL at which a client manages its registration. */
    String uri(String clientId) {
        return issuer.url("/oauth2/register/" + clientId);
    }

    /**
     * Returns the client if it registered itself and the token is its token.
     *
     * @throws ServiceException {@code invalid_token} equally for an unknown client and a wrong token (RFC 7592 §2)
     */
    static StoredClient require(@Nullable StoredClient stored, @Nullable String token) {
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

    /** Returns whether a token is the latest one of the client. */
    static boolean isPresent(StoredClient stored, String token) {
        return matches(stored.registrationHash, SecretHash.of(token));
    }

    /**
     * Issues a new token. The presented one stays valid until the new one is used, so that a client that missed the
     * response is not locked out (RFC 7592 §3 allows a new token with each read or change).
     */
    String rotate(StoredClient stored, String fullToken) {
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
