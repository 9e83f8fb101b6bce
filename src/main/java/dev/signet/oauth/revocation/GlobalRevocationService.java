package dev.signet.oauth.revocation;

import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.notbefore.NotBefore;
import dev.signet.web.issuer.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Revocation of all sessions and tokens of an account by an authorized client. */
@ApplicationScoped
class GlobalRevocationService {

    /** The scope that authorizes a client to use the endpoint. */
    static final String SCOPE = "global_token_revocation";

    private final NotBefore notBefore;
    private final Issuer issuer;

    GlobalRevocationService(NotBefore notBefore, Issuer issuer) {
        this.notBefore = notBefore;
        this.issuer = issuer;
    }

    /**
     * Revokes every session and token of an account.
     *
     * @param caller the access token of the calling client
     * @throws ServiceException {@code insufficient_scope} unless the token is a client's own token with {@link #SCOPE};
     *     {@code invalid_request} without a valid {@code sub_id}; {@code not_found} if no account has that identifier
     */
    void revoke(JsonWebToken caller, @Nullable GlobalRevocationBody body) {
        String client = caller.getClaim("client_id");
        boolean authorized = caller.getClaim("sid") == null
                && caller.getSubject().equals(client)
                && Scope.ofNullable(caller.getClaim("scope")).contains(SCOPE);
        if (!authorized) {
            throw new ServiceException(
                            ErrorCode.INSUFFICIENT_SCOPE,
                            "the token is not a client-credentials token with the scope " + SCOPE)
                    .challenge("Bearer realm=\"signet\", error=\"insufficient_scope\", scope=\"" + SCOPE + "\"");
        }
        SubjectIdentifier subject = body == null ? null : body.subId();
        if (subject == null) {
            throw ServiceException.invalidMember("sub_id", "sub_id has no subject");
        }
        UUID account = subject.findAccountId(issuer.value());
        if (account == null) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "no account matches sub_id");
        }
        notBefore.setToNow(account, client);
    }
}
