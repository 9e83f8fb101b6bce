package dev.signet.oauth.token;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountKind;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.RequestedAccess;
import dev.signet.tokens.Grant;
import dev.signet.tokens.Narrowing;
import dev.signet.tokens.SessionTerms;
import dev.signet.tokens.TokenForm;
import dev.signet.tokens.TokenService;
import dev.signet.web.Caller;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code urn:ietf:params:oauth:grant-type:jwt-bearer} (RFC 7523 §2.1): a client asks, by an assertion of its own keys, for a token of its
 * service account, which is the one that an administrator gave the client's id as username. For nobody else can it ask.
 */
@Singleton
final class JwtBearerGrant implements TokenGrant {

    // RFC 8176: possession of a key in software, as far as anybody here can tell.
    private static final List<String> METHOD = List.of("swk");
    private static final String LEVEL = "aal1";

    private final ServiceAssertions assertions;
    private final AccountService accounts;
    private final TokenService tokens;
    private final RequestedAccess access;
    private final Caller caller;
    private final Clock clock;

    JwtBearerGrant(
            ServiceAssertions assertions,
            AccountService accounts,
            TokenService tokens,
            RequestedAccess access,
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
    public List<String> audiences(RequestedAccess access, Client client) {
        return access.ofClient(client);
    }

    @Override
    public TokenResponse answer(TokenRequest request) {
        String assertion = request.parameters().required("assertion");
        Client client = request.client();
        if (client.isPublic()) {
            throw new ServiceException(
                    ErrorCode.UNAUTHORIZED_CLIENT, "public clients may not use the jwt-bearer grant");
        }
        String scope = OwnScope.of(request);
        Optional<Account> serviceAccount = serviceAccount(client);
        serviceAccount.ifPresent(account -> tokens.requireIssuable(account, grant(request, account, scope)));
        assertions.use(assertion, client);
        return serviceAccount
                .flatMap(account -> tokens.issue(grant(request, account, scope)))
                .map(issued -> TokenResponse.of(issued, request.form()))
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.INVALID_GRANT, "the subject is not a service account that may receive tokens"));
    }

    private Optional<Account> serviceAccount(Client client) {
        return accounts.findByUsername(client.id())
                .filter(account -> account.kind() == AccountKind.SERVICE)
                .filter(account -> account.username().equals(client.id()));
    }

    private Grant grant(TokenRequest request, Account account, String scope) {
        TokenForm form = new TokenForm(
                request.client().tokens().ofOwnAccount(), request.form().keyThumbprint(), Narrowing.NONE);
        return new Grant(
                UUID.randomUUID(),
                account.id(),
                request.client().id(),
                RequestedAccess.audience(access.ofClient(request.client()), request.resources()),
                scope,
                LEVEL,
                METHOD,
                clock.instant(),
                caller.address(),
                caller.userAgent(),
                new SessionTerms(false, null, null, form, EventType.SESSION_OPENED));
    }
}
