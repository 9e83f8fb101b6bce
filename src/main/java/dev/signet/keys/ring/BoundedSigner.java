package dev.signet.keys.ring;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtSigner;
import dev.signet.jose.JwtType;
import dev.signet.jose.jwk.JwsAlgorithm;

import java.util.EnumSet;
import java.util.Set;

/** A signer that limits the length of each issued token to {@link #MAX_LENGTH}, so that every endpoint can read it. */
final class BoundedSigner implements JwtSigner {

    /**
     * Maximum length, in characters, of an access, ID, logout or event token. Token parsers, the request headers and
     * the request line each accept 16 KiB; 4 KiB of it remain for everything else.
     */
    static final int MAX_LENGTH = 12 * 1024;

    private static final Set<JwtType> BOUNDED =
            EnumSet.of(JwtType.ACCESS_TOKEN, JwtType.ID_TOKEN, JwtType.LOGOUT_TOKEN, JwtType.SECURITY_EVENT);

    private final JwtSigner signer;

    BoundedSigner(JwtSigner signer) {
        this.signer = signer;
    }

    @Override
    public String kid() {
        return signer.kid();
    }

    @Override
    public JwsAlgorithm algorithm() {
        return signer.algorithm();
    }

    /**
     * Signs the claims.
     *
     * @throws ServiceException {@code token_too_large}
     */
    @Override
    public String sign(JwtType type, ClaimsSet claims) {
        String token = signer.sign(type, claims);
        if (token.length() > MAX_LENGTH && BOUNDED.contains(type)) {
            throw new ServiceException(ErrorCode.TOKEN_TOO_LARGE, type + " of " + token.length() + " characters")
                    .detail("The " + name(type) + " would be " + token.length() + " characters long; the limit is "
                            + MAX_LENGTH
                            + ". Remove roles of the account, or scopes, audiences or claims of the client.");
        }
        return token;
    }

    private static String name(JwtType type) {
        return switch (type) {
            case ACCESS_TOKEN -> "access token";
            case ID_TOKEN -> "ID Token";
            case LOGOUT_TOKEN -> "logout token";
            default -> "event token";
        };
    }
}
