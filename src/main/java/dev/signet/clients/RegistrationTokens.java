package dev.signet.clients;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.RandomText;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;

/** The tokens by which clients manage their own registration (RFC 7592 §3): 256 random bits, of which only the SHA-256 is stored. */
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

    /** Where a client manages its registration. */
    String uri(String clientId) {
        return issuer.url("/oauth2/register/" + clientId);
    }

    /**
     * The client, if it registered itself and this is its token.
     *
     * @throws ServiceException {@code invalid_token} alike for a client that does not exist and a wrong token (RFC 7592 §2)
     */
    static StoredClient require(@Nullable StoredClient stored, @Nullable String token) {
        if (token == null) {
            throw new ServiceException(ErrorCode.AUTHENTICATION_REQUIRED, "no registration access token");
        }
        byte[] hash = stored == null ? null : stored.registrationHash;
        boolean right = (hash == null ? SecretHash.NONE : SecretHash.stored(hash)).matches(SecretHash.of(token));
        if (stored == null || hash == null || !right) {
            throw new ServiceException(ErrorCode.INVALID_TOKEN, "not this client's registration access token");
        }
        return stored;
    }
}
