package dev.signet.oauth.introspection;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtType;
import dev.signet.keys.ring.StatementSigner;
import jakarta.inject.Singleton;

/**
 * Signer of introspection responses (RFC 9701 §5). The JWT names one audience, and its type prevents its use as an
 * access token.
 */
@Singleton
final class SignedIntrospection {

    private final StatementSigner signer;

    SignedIntrospection(StatementSigner signer) {
        this.signer = signer;
    }

    String sign(IntrospectionResponse response) {
        ClaimsSet.Builder claims = signer.startClaims()
                .claim("aud", response.caller().id())
                .claim("token_introspection", response.members());
        return signer.sign(JwtType.TOKEN_INTROSPECTION, claims);
    }
}
