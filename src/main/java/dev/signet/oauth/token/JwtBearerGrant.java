package dev.signet.oauth.token;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountKind;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.AllowedClientAccess;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.tokens.grant.Grant;
import dev.signet.tokens.grant.RequestedDownscope;
import dev.signet.tokens.grant.SessionOptions;
import dev.signet.tokens.grant.TokenOptions;
import dev.signet.tokens.session.TokenService;
import dev.signet.web.caller.Caller;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Grant {@code urn:ietf:params:oauth:grant-type:jwt-bearer} (RFC 7523 §2.1): a client requests a token of its service
 * account by an assertion that it signed with its own key. The service account is the one to which an administrator
 * assigned the client id as username. A client cannot request a token of any other account.
 */
@Singleton
final class JwtBearerGrant implements TokenGrant {

    // RFC 8176: proof of possession of a software key, because the server cannot verify a hardware key.
    private static final List<String> AMR = List.of("swk");
    private static final String ACR = "aal1";

    private final ServiceAssertions assertions;
    private final AccountService accounts;
    private final TokenService tokens;
    private final AllowedClientAccess access;
    private final Caller caller;
    private final Clock clock;

    JwtBearerGrant(
            ServiceAssertions assertions,
            AccountService accounts,
            TokenService tokens,
            AllowedClientAccess access,
            Caller caller,
            Clock clock) {
        this.assertions = assertions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public GrantType type() {
        return GrantType.JWT_BEARER;
    }

    @Override
    public List<String> allowedAudiences(AllowedClientAccess access, Client client) {
        return access.clientTokenAudiences(client);
    }

    @Override
    public TokenResponse issue(TokenRequest request) {
        String assertion = request.parameters().required("assertion");
        Client client = request.client();
        if (client.isPublic()) {
            throw new ServiceException(
                    ErrorCode.UNAUTHORIZED_CLIENT, "public clients may not use the jwt-bearer grant");
        }
        Scope scope = ClientCredentialsScope.resolve(request);
        Optional<Account> serviceAccount = findServiceAccount(client);
        serviceAccount.ifPresent(account -> tokens.requireIssuable(account, toGrant(request, account, scope)));
        assertions.consume(assertion, client);
        return serviceAccount
                .flatMap(account -> tokens.issue(toGrant(request, account, scope)))
                .map(issued -> TokenResponse.of(issued, request.options()))
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.INVALID_GRANT, "the subject is not a service account that may receive tokens"));
    }

    private Optional<Account> findServiceAccount(Client client) {
        return accounts.findByUsername(client.id())
                .filter(account -> account.kind() == AccountKind.SERVICE)
                .filter(account -> account.username().equals(client.id()));
    }

    private Grant toGrant(TokenRequest request, Account account, Scope scope) {
        TokenOptions options = new TokenOptions(
                request.client().tokens().forServiceAccount(),
                request.options().keyThumbprint(),
                RequestedDownscope.NONE);
        return new Grant(
                UUID.randomUUID(),
                new Authorization(
                        account.id(),
                        request.client().id(),
                        AllowedClientAccess.resolveAudience(
                                access.clientTokenAudiences(request.client()), request.resources()),
                        scope,
                        new AuthenticationContext(ACR, AMR, clock.instant())),
                caller.origin(),
                new SessionOptions(false, null, null, options, EventType.SESSION_OPENED));
    }
}
