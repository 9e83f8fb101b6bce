package dev.signet.tokens.ticket;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.DatabaseClock;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.VerifiedJwt;
import dev.signet.secrets.SecretDigest;
import dev.signet.secrets.TokenPrefix;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.access.DefaultAudience;
import dev.signet.tokens.session.LiveSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Issue and redemption of tickets: 256 random bits of which only the SHA-256 is stored, for one path and one use. On
 * redemption the access token of the ticket is verified again, and its session and account are read from the database.
 */
@ApplicationScoped
public class Tickets {

    private static final Duration MIN_TTL = Duration.ofSeconds(1);

    private final TicketRepository repository;
    private final TicketSeal seal;
    private final AccessTokenVerifier verifier;
    private final DefaultAudience defaultAudience;
    private final LiveSessions sessions;
    private final SecurityEvents events;
    private final DatabaseClock databaseClock;
    private final TicketConfig config;
    private final Clock clock;
    private final SecureRandom random;

    Tickets(
            TicketRepository repository,
            TicketSeal seal,
            AccessTokenVerifier verifier,
            DefaultAudience defaultAudience,
            LiveSessions sessions,
            SecurityEvents events,
            DatabaseClock databaseClock,
            TicketConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.seal = seal;
        this.verifier = verifier;
        this.defaultAudience = defaultAudience;
        this.sessions = sessions;
        this.events = events;
        this.databaseClock = databaseClock;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Issues a ticket for an access token at one path.
     *
     * @throws ServiceException {@code first_party_only} without an access token of a session; {@code
     *     invalid_request} if the path is invalid
     */
    @Transactional
    public IssuedTicket issue(@Nullable String accessToken, String path) {
        String bound = TicketPath.accept(path);
        VerifiedJwt token = Optional.ofNullable(accessToken)
                .flatMap(verifier::verifyOwn)
                .filter(verified -> verified.claims().has("sid"))
                .orElseThrow(() -> new ServiceException(ErrorCode.FIRST_PARTY_ONLY, "the access token has no session"));
        String ticket = TokenPrefix.TICKET.randomToken(random);
        Duration ttl = ttl(token.claims());
        repository.persist(new StoredTicket(
                SecretDigest.sha256(ticket),
                bound,
                seal.encrypt(ticket, bound, token.compact()),
                databaseClock.now().plus(ttl)));
        return new IssuedTicket(ticket, ttl);
    }

    /** Redeems a ticket for Signet itself, which has the default audience. */
    @Transactional
    public Optional<VerifiedJwt> redeem(String ticket, String path) {
        return redeem(ticket, path, defaultAudience.value());
    }

    /**
     * Redeems a ticket for a service and returns its access token. Returns empty if the ticket is unknown, used,
     * expired, or for another path or audience. Also returns empty if its access token, session or account is no longer
     * valid.
     *
     * @param audience the audience of the service that redeems it; a ticket for another audience is not consumed
     */
    @Transactional
    public Optional<VerifiedJwt> redeem(String ticket, String path, String audience) {
        if (!TokenPrefix.TICKET.isRandomToken(ticket) || !TicketPath.isValid(path)) {
            return Optional.empty();
        }
        byte[] hash = SecretDigest.sha256(ticket);
        return repository
                .findByHash(hash)
                .filter(stored -> stored.path.equals(path))
                .map(stored -> verifier.verifyOwn(seal.decrypt(ticket, path, stored.sealedToken)))
                .filter(token -> token.isEmpty() || isFor(audience, token.get()))
                .filter(token -> repository.redeem(hash, path))
                .flatMap(Function.identity())
                .filter(token -> sessions.accountOf(sessionOf(token)).isPresent())
                .map(token -> {
                    events.record(SecurityEvent.of(EventType.TICKET_REDEEMED)
                            .actor(UUID.fromString(token.claims().string("sub").orElseThrow()))
                            .subject(sessionOf(token).toString())
                            .client(token.claims().string("client_id").orElse(null)));
                    return token;
                });
    }

    private static boolean isFor(String audience, VerifiedJwt token) {
        return token.claims().strings("aud").contains(audience);
    }

    private static UUID sessionOf(VerifiedJwt token) {
        return UUID.fromString(token.claims().string("sid").orElseThrow());
    }

    // The time to live in the response; redemption checks the expiry of the token again.
    private Duration ttl(ClaimsSet claims) {
        Duration remaining =
                Duration.between(clock.instant(), claims.instant("exp").orElseThrow());
        Duration shorterTtl = remaining.compareTo(config.ttl()) < 0 ? remaining : config.ttl();
        return shorterTtl.compareTo(MIN_TTL) < 0 ? MIN_TTL : shorterTtl;
    }
}
