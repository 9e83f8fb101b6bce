package dev.signet.tokens.access;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.clients.RoleRelease;
import dev.signet.clients.Scope;
import dev.signet.jose.ClaimsSet;
import dev.signet.tokens.revocation.ClientRegistrationKey;
import dev.signet.tokens.revocation.RevocationKind;
import dev.signet.tokens.revocation.Revocations;
import dev.signet.tokens.status.TokenStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Issuer of access tokens in exchange for other access tokens or alternative bearer credentials. The new tokens expire
 * no later, belong to the same session, and end with it.
 */
@ApplicationScoped
public class ExchangedTokens {

    private final AccessTokens accessTokens;
    private final AccountService accounts;
    private final Clients clients;
    private final Revocations revocations;
    private final TokenStatus status;
    private final SecurityEvents events;

    ExchangedTokens(
            AccessTokens accessTokens,
            AccountService accounts,
            Clients clients,
            Revocations revocations,
            TokenStatus status,
            SecurityEvents events) {
        this.accessTokens = accessTokens;
        this.accounts = accounts;
        this.clients = clients;
        this.revocations = revocations;
        this.status = status;
        this.events = events;
    }

    /**
     * Issues a token. Returns empty if its subject may not receive tokens at present, or the subject token is about to
     * expire.
     */
    @Transactional
    public Optional<IssuedAccessToken> issue(TokenExchange exchange) {
        ClaimsSet claims = exchange.subject();
        String subject = claims.string("sub").orElseThrow();
        boolean isUser = claims.has("sid");
        Optional<Set<String>> currentRoles = isUser
                ? accounts.findActive(UUID.fromString(subject)).map(Account::roles)
                : clients.find(subject).map(Client::roles);
        return currentRoles
                .flatMap(roles -> accessTokens.exchange(
                        exchange, retainedRoles(exchange, roles), () -> status.ofExchange(owners(exchange))))
                .map(token -> {
                    events.record(SecurityEvent.of(EventType.TOKEN_EXCHANGED)
                            .actor(isUser ? UUID.fromString(subject) : null)
                            .subject(isUser ? claims.string("sid").orElse(null) : subject)
                            .client(exchange.client().id()));
                    return token;
                });
    }

    /**
     * Revokes, within the current transaction, all tokens exchanged for an alternative bearer credential.
     *
     * @param sessionId the session id of the credential
     */
    @Transactional
    public void end(UUID sessionId) {
        revocations.revoke(RevocationKind.SID, sessionId.toString());
    }

    // The revocations that also end the exchanged token: of the session, or of the client that is the subject; and of
    // the acting client.
    private static Map<String, List<String>> owners(TokenExchange exchange) {
        ClaimsSet claims = exchange.subject();
        Client actor = exchange.client();
        Set<String> clients = new LinkedHashSet<>(
                List.of(ClientRegistrationKey.of(actor.id(), actor.tokens().registration())));
        List<String> session = claims.string("sid").map(List::of).orElse(List.of());
        if (session.isEmpty()) {
            claims.string("sub")
                    .map(subject -> ClientRegistrationKey.of(subject, exchange.subjectRegistration()))
                    .ifPresent(clients::add);
        }
        return Map.of(RevocationKind.SID.column(), session, RevocationKind.CID.column(), List.copyOf(clients));
    }

    // Returns the roles of the subject token that the subject still has; none if the scope that released them is not
    // requested.
    private static Set<String> retainedRoles(TokenExchange exchange, Set<String> rolesNow) {
        ClaimsSet claims = exchange.subject();
        if (Scope.ofNullable(claims.string("scope").orElse(null)).contains(RoleRelease.SCOPE)
                && !exchange.scope().contains(RoleRelease.SCOPE)) {
            return Set.of();
        }
        Set<String> retained = new LinkedHashSet<>(claims.strings("groups"));
        retained.retainAll(rolesNow);
        return retained;
    }
}
