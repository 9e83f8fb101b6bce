package dev.signet.oauth.introspection;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtType;
import dev.signet.keys.StatementSigner;
import jakarta.inject.Singleton;

/** An introspection answer as a signed JWT (RFC 9701 §5): for one caller, and nobody can take it for an access token. */
@Singleton
final class SignedIntrospection {

    private final StatementSigner signer;

    SignedIntrospection(StatementSigner signer) {
        this.signer = signer;
    }

    String sign(Answer answer) {
        ClaimsSet.Builder claims =
                signer.startClaims().claim("aud", answer.caller().id()).claim("token_introspection", answer.members());
        return signer.sign(JwtType.TOKEN_INTROSPECTION, claims);
    }
}
