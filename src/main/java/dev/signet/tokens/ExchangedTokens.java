package dev.signet.tokens;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.clients.RoleRelease;
import dev.signet.jose.ClaimsSet;
import dev.signet.tokens.status.TokenStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Issues access tokens for other access tokens, or for what stands in place of one. They live no longer, belong to the same session, and end with it. */
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

    /** Issues a token; empty if its subject may not receive any at this moment, or the one given is about to expire. */
    @Transactional
    public Optional<IssuedAccessToken> issue(Exchange exchange) {
        ClaimsSet claims = exchange.subject();
        String subject = claims.string("sub").orElseThrow();
        boolean person = claims.has("sid");
        Optional<Set<String>> entitled = person
                ? accounts.mayReceiveTokens(UUID.fromString(subject)).map(Account::roles)
                : clients.find(subject).map(Client::roles);
        return entitled.flatMap(roles -> accessTokens.exchange(
                        exchange, kept(exchange, roles), () -> status.ofExchange(owners(exchange))))
                .map(token -> {
                    events.record(SecurityEvent.of(EventType.TOKEN_EXCHANGED)
                            .actor(person ? UUID.fromString(subject) : null)
                            .subject(person ? claims.string("sid").orElse(null) : subject)
                            .client(exchange.client().id()));
                    return token;
                });
    }

    /** Ends with the present transaction every token exchanged for a credential in place of an access token ({@link StandIn#sessionId}). */
    @Transactional
    public void end(UUID sessionId) {
        revocations.revoke(RevocationKind.SID, sessionId.toString());
    }

    // What ends it, as it does the one given: the session, or the client it is of; and the client that acts.
    private static Map<String, List<String>> owners(Exchange exchange) {
        ClaimsSet claims = exchange.subject();
        Client acting = exchange.client();
        Set<String> clients = new LinkedHashSet<>(
                List.of(ClientRegistrationKey.of(acting.id(), acting.tokens().registration())));
        List<String> session = claims.string("sid").map(List::of).orElse(List.of());
        if (session.isEmpty()) {
            claims.string("sub")
                    .map(subject -> ClientRegistrationKey.of(subject, exchange.subjectRegistration()))
                    .ifPresent(clients::add);
        }
        return Map.of(RevocationKind.SID.column(), session, RevocationKind.CID.column(), List.copyOf(clients));
    }

    // Neither roles that the subject lost since nor roles that it gained; none if the scope that released them is not
    // kept.
    private static Set<String> kept(Exchange exchange, Set<String> rolesNow) {
        ClaimsSet claims = exchange.subject();
        if (releasesRoles(claims.string("scope").orElse("")) && !releasesRoles(exchange.scope())) {
            return Set.of();
        }
        Set<String> kept = new LinkedHashSet<>(claims.strings("groups"));
        kept.retainAll(rolesNow);
        return kept;
    }

    private static boolean releasesRoles(String scope) {
        return List.of(scope.split(" ")).contains(RoleRelease.SCOPE);
    }
}
