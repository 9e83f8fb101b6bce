package dev.signet.oauth.revocation;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.NotBefore;
import dev.signet.web.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Takes everything from an account that it was given, for a client that was entrusted with that. */
@ApplicationScoped
public class GlobalRevocationService {

    /** The scope that entrusts a client with it. */
    static final String SCOPE = "global_token_revocation";

    private final NotBefore notBefore;
    private final Issuer issuer;

    GlobalRevocationService(NotBefore notBefore, Issuer issuer) {
        this.notBefore = notBefore;
        this.issuer = issuer;
    }

    /**
     * Ends every session and token of the account named.
     *
     * @throws ServiceException {@code insufficient_scope} unless the caller is a client with a token of its own and the scope,
     *     {@code not_found} if no account has that name
     */
    void revoke(JsonWebToken caller, @Nullable GlobalRevocationBody body) {
        String client = caller.getClaim("client_id");
        String scope = caller.getClaim("scope");
        boolean entrusted = caller.getClaim("sid") == null
                && caller.getSubject().equals(client)
                && scope != null
                && List.of(scope.split(" ")).contains(SCOPE);
        if (!entrusted) {
            throw new ServiceException(
                            ErrorCode.INSUFFICIENT_SCOPE,
                            "the token is not a client-credentials token with the scope " + SCOPE)
                    .challenge("Bearer realm=\"signet\", error=\"insufficient_scope\", scope=\"" + SCOPE + "\"");
        }
        SubjectIdentifier subject = body == null ? null : body.subId();
        if (subject == null) {
            throw ServiceException.invalidMember("sub_id", "sub_id has no subject");
        }
        UUID account = subject.account(issuer.value());
        if (account == null) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "no account matches sub_id");
        }
        notBefore.declare(
                account,
                null,
                SecurityEvent.of(EventType.ACCOUNT_NOT_BEFORE_SET).client(client));
    }
}
